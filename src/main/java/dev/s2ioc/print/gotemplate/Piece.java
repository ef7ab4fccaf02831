package dev.s2ioc.print.gotemplate;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a template as it is written: text, or the words of an action.
 *
 * @param text the text; empty for an action
 * @param tokens the words; empty for text
 */
record Piece(String text, List<Token> tokens) {

    boolean isText() {
        return tokens.isEmpty();
    }

    /** Cuts a template at its double braces; comments are dropped and dashes take the blanks beside them away. */
    static List<Piece> of(String template) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        boolean trimNext = false;
        while (at < template.length()) {
            int open = template.indexOf("{{", at);
            boolean trim = open >= 0 && template.startsWith("-", open + 2) && isBlank(template, open + 3);
            String text = template.substring(at, open < 0 ? template.length() : open);
            text = trimNext ? text.stripLeading() : text;
            text = trim ? text.stripTrailing() : text;
            if (!text.isEmpty()) {
                pieces.add(new Piece(text, List.of()));
            }
            if (open < 0) {
                return pieces;
            }
            int start = open + (trim ? 3 : 2);
            int close = close(template, start);
            trimNext = close - start >= 2 && template.charAt(close - 1) == '-' && isBlank(template, close - 2);
            String inside = template.substring(start, trimNext ? close - 1 : close);
            if (!inside.strip().startsWith("/*")) {
                pieces.add(action(inside));
            }
            at = close + 2;
        }
        return pieces;
    }

    private static Piece action(String inside) {
        List<Token> tokens = Lexer.tokens(inside);
        if (tokens.isEmpty()) {
            throw new TemplateException("missing value for command");
        }
        return new Piece("", tokens);
    }

    private static boolean isBlank(String template, int at) {
        return at < template.length() && Character.isWhitespace(template.charAt(at));
    }

    private static int close(String template, int start) {
        if (template.substring(start).stripLeading().startsWith("/*")) {
            int end = template.indexOf("*/", start);
            int close = end < 0 ? -1 : template.indexOf("}}", end);
            if (close < 0) {
                throw new TemplateException("unclosed comment");
            }
            return close;
        }
        for (int i = start; i < template.length(); i++) {
            if (template.startsWith("}}", i)) {
                return i;
            }
            if ("\"`'".indexOf(template.charAt(i)) >= 0) {
                i = Lexer.endOfQuoted(template, i);
            }
        }
        throw new TemplateException("unclosed action");
    }
}
