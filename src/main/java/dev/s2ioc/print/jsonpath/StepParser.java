package dev.s2ioc.print.jsonpath;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what stands between two braces, in kubectl's dialect of JSONPath. */
final class StepParser {
    private static final Pattern QUOTED_KEY = Pattern.compile("'([^']*)'|\"([^\"]*)\"");
    private static final Pattern SLICE = Pattern.compile("(-?\\d*)(:-?\\d*)?(:-?\\d*)?");
    private static final Pattern COMPARISON = Pattern.compile("([^!<>=]+)([!<>=]+)(.+)");

    private final String text;
    private int at;

    private StepParser(String text) {
        this.text = text;
    }

    static List<Step> parse(String text) {
        StepParser parser = new StepParser(text);
        List<Step> steps = new ArrayList<>();
        while (parser.at < text.length()) {
            parser.next(steps);
        }
        return List.copyOf(steps);
    }

    private void next(List<Step> steps) {
        char c = text.charAt(at);
        if (Character.isWhitespace(c) || c == '@' || c == '$') {
            at++;
        } else if (text.startsWith("..", at)) {
            descent(steps);
        } else if (c == '.') {
            at++;
            steps.add(field());
        } else if (text.startsWith("[?(", at)) {
            steps.add(filter());
        } else if (c == '[') {
            brackets(steps);
        } else if (c == '"' || c == '\'') {
            steps.add(new Step.Constant(JsonNodeFactory.instance.textNode(quoted(c))));
        } else if (Character.isDigit(c) || c == '+' || c == '-') {
            steps.add(number());
        } else if (Character.isLetter(c) || c == '_') {
            steps.add(word());
        } else {
            throw new JsonPathException("unrecognized character in action: U+%04X '%c'".formatted((int) c, c));
        }
    }

    private void descent(List<Step> steps) {
        if (!steps.isEmpty() && steps.getLast() instanceof Step.Descent) {
            throw new JsonPathException("invalid multiple recursive descent");
        }
        at += 2;
        steps.add(new Step.Descent());
        if (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            steps.add(field());
        }
    }

    private Step field() {
        StringBuilder name = new StringBuilder();
        while (at < text.length()
                && ".,[]$@{}".indexOf(text.charAt(at)) < 0
                && !Character.isWhitespace(text.charAt(at))) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            name.append(text.charAt(at));
            at++;
        }
        return name.toString().equals("*") ? new Step.Wildcard() : new Step.Field(name.toString());
    }

    private void brackets(List<Step> steps) {
        int end = text.indexOf(']', at);
        if (end < 0) {
            throw new JsonPathException("unterminated array");
        }
        String inside = text.substring(at + 1, end);
        at = end + 1;
        String[] branches = inside.split(",", -1);
        if (branches.length > 1) {
            List<List<Step>> union = new ArrayList<>();
            for (String branch : branches) {
                union.add(parse("[" + branch.strip() + "]"));
            }
            steps.add(new Step.Union(List.copyOf(union)));
            return;
        }
        Matcher key = QUOTED_KEY.matcher(inside);
        if (key.matches()) {
            steps.addAll(parse("." + (key.group(1) == null ? key.group(2) : key.group(1))));
        } else {
            steps.add(slice(inside));
        }
    }

    private static Step slice(String inside) {
        if (inside.equals("*")) {
            return new Step.Slice(Optional.empty(), Optional.empty(), Optional.empty(), false);
        }
        Matcher parts = SLICE.matcher(inside);
        if (!parts.matches()) {
            throw new JsonPathException("invalid array index " + inside);
        }
        return new Step.Slice(
                integer(parts.group(1)), integer(parts.group(2)), integer(parts.group(3)), parts.group(2) == null);
    }

    private static Optional<Integer> integer(String group) {
        String digits = group == null ? "" : group.replace(":", "");
        try {
            return digits.isEmpty() ? Optional.empty() : Optional.of(Integer.parseInt(digits));
        } catch (NumberFormatException e) {
            throw new JsonPathException("array index " + digits + " is not a number");
        }
    }

    private Step filter() {
        int start = at + 3;
        int end = endOfFilter(start);
        if (!text.startsWith(")]", end)) {
            throw new JsonPathException("unclosed array expect ]");
        }
        at = end + 2;
        String condition = text.substring(start, end);
        Matcher comparison = COMPARISON.matcher(condition);
        if (!comparison.matches()) {
            return new Step.Filter(parse(condition), "", List.of());
        }
        return new Step.Filter(parse(comparison.group(1)), comparison.group(2), parse(comparison.group(3)));
    }

    /** Where the filter's closing parenthesis is; one inside quotes does not count. */
    private int endOfFilter(int start) {
        char quote = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote && text.charAt(i - 1) != '\\' ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == ')') {
                return i;
            }
        }
        throw new JsonPathException("unterminated filter");
    }

    private String quoted(char quote) {
        StringBuilder value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == quote) {
                at++;
                return value.toString();
            }
            if (c == '\\' && at + 1 < text.length()) {
                at++;
                value.append(escaped(text.charAt(at)));
            } else {
                value.append(c);
            }
        }
        throw new JsonPathException("unterminated quoted string");
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> c;
        };
    }

    private Step number() {
        int start = at++;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        String digits = text.substring(start, at);
        try {
            return new Step.Constant(
                    digits.contains(".")
                            ? JsonNodeFactory.instance.numberNode(Double.parseDouble(digits))
                            : JsonNodeFactory.instance.numberNode(Long.parseLong(digits)));
        } catch (NumberFormatException e) {
            throw new JsonPathException("cannot parse number " + digits);
        }
    }

    private Step word() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        String word = text.substring(start, at);
        return switch (word) {
            case "true", "false" -> new Step.Constant(JsonNodeFactory.instance.booleanNode(word.equals("true")));
            default -> new Step.Word(word);
        };
    }
}
