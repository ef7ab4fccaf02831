package dev.s2ioc.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Splits a line into words as a shell does: blanks part, quotes keep together, {@code $NAME} and {@code ${NAME}} stand
 * for a variable except in single quotes, and a backslash takes the meaning from what follows.
 */
final class Words {
    private final String line;
    private final UnaryOperator<String> variables;
    private final List<String> words = new ArrayList<>();
    private StringBuilder word;
    private int at;

    private Words(String line, UnaryOperator<String> variables) {
        this.line = line;
        this.variables = variables;
    }

    /** @param variables gives the value of a variable, or null if there is none of that name */
    static List<String> split(String line, UnaryOperator<String> variables) {
        Words words = new Words(line, variables);
        words.read();
        return words.words;
    }

    /** Replaces variables and nothing else; a name that is not known stays as it is. */
    static String expand(String text, UnaryOperator<String> variables) {
        return java.util.regex.Pattern.compile("\\$\\{(\\w+)}|\\$(\\w+)")
                .matcher(text)
                .replaceAll(variable -> {
                    String name = variable.group(1) == null ? variable.group(2) : variable.group(1);
                    String value = variables.apply(name);
                    return java.util.regex.Matcher.quoteReplacement(value == null ? variable.group() : value);
                });
    }

    private void read() {
        while (at < line.length()) {
            char c = line.charAt(at++);
            switch (c) {
                case ' ', '\t' -> end();
                case '\'' -> begin().append(until('\''));
                case '"' -> readDoubleQuoted();
                case '\\' -> begin().append(next());
                case '$' -> begin().append(variable());
                default -> begin().append(c);
            }
        }
        end();
    }

    private void readDoubleQuoted() {
        begin();
        while (at < line.length() && line.charAt(at) != '"') {
            char c = line.charAt(at++);
            if (c == '$') {
                word.append(variable());
            } else if (c == '\\' && at < line.length() && "\"\\$".indexOf(line.charAt(at)) >= 0) {
                word.append(line.charAt(at++));
            } else {
                word.append(c);
            }
        }
        if (at++ >= line.length()) {
            throw new IllegalArgumentException("a \" is not closed: " + line);
        }
    }

    private StringBuilder begin() {
        if (word == null) {
            word = new StringBuilder();
        }
        return word;
    }

    private void end() {
        if (word != null) {
            words.add(word.toString());
            word = null;
        }
    }

    private char next() {
        if (at == line.length()) {
            throw new IllegalArgumentException("nothing follows the last \\: " + line);
        }
        return line.charAt(at++);
    }

    private String until(char quote) {
        int close = line.indexOf(quote, at);
        if (close < 0) {
            throw new IllegalArgumentException("a " + quote + " is not closed: " + line);
        }
        String text = line.substring(at, close);
        at = close + 1;
        return text;
    }

    private String variable() {
        boolean braced = at < line.length() && line.charAt(at) == '{';
        int start = braced ? at + 1 : at;
        int end = start;
        while (end < line.length() && (Character.isLetterOrDigit(line.charAt(end)) || line.charAt(end) == '_')) {
            end++;
        }
        if (end == start) {
            return "$";
        }
        String name = line.substring(start, end);
        String value = variables.apply(name);
        if (value == null) {
            throw new IllegalArgumentException("no variable " + name + ": " + line);
        }
        at = braced ? end + 1 : end;
        return value;
    }
}
