package dev.s2ioc.print.gotemplate;

import java.util.ArrayList;
import java.util.List;

/** Cuts the inside of an action into words. */
final class Lexer {
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String action) {
        Lexer lexer = new Lexer(action);
        while (lexer.next()) {
            // Each call adds one word.
        }
        return lexer.tokens;
    }

    private boolean next() {
        int start = at;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return false;
        }
        boolean spaced = at > start;
        char c = text.charAt(at);
        if (c == '.' && startsName(at + 1)) {
            at++;
            add(Token.Kind.FIELD, name(), spaced);
        } else if (c == '.' && !isDigit(at + 1)) {
            at++;
            add(Token.Kind.DOT, ".", spaced);
        } else if (c == '$') {
            at++;
            add(Token.Kind.VARIABLE, "$" + name(), spaced);
        } else if (c == '"' || c == '`' || c == '\'') {
            string(c, spaced);
        } else if (isDigit(at) || c == '.' || (c == '-' || c == '+') && isDigit(at + 1)) {
            add(Token.Kind.NUMBER, number(), spaced);
        } else if (startsName(at)) {
            add(Token.Kind.WORD, name(), spaced);
        } else {
            sign(spaced);
        }
        return true;
    }

    private void sign(boolean spaced) {
        for (String sign : List.of(":=", "=", "|", "(", ")", ",")) {
            if (text.startsWith(sign, at)) {
                at += sign.length();
                add(Token.Kind.SIGN, sign, spaced);
                return;
            }
        }
        throw new TemplateException("unexpected \"" + text.charAt(at) + "\" in action");
    }

    private void string(char quote, boolean spaced) {
        int end = endOfQuoted(text, at);
        String inside = text.substring(at + 1, end);
        at = end + 1;
        if (quote == '\'') {
            add(Token.Kind.NUMBER, String.valueOf(unescape(inside).codePointAt(0)), spaced);
        } else {
            add(Token.Kind.STRING, quote == '`' ? inside : unescape(inside), spaced);
        }
    }

    /** Where the quote that opens at a place closes. */
    static int endOfQuoted(String text, int open) {
        char quote = text.charAt(open);
        for (int i = open + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\' && quote != '`') {
                i++;
            } else if (text.charAt(i) == quote) {
                return i;
            }
        }
        throw new TemplateException("unterminated " + (quote == '\'' ? "character constant" : "quoted string"));
    }

    private static String unescape(String inside) {
        try {
            return inside.translateEscapes();
        } catch (IllegalArgumentException e) {
            throw new TemplateException("invalid escape in \"" + inside + "\"");
        }
    }

    private String number() {
        int start = at++;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "._".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return text.substring(start, at);
    }

    private String name() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        return text.substring(start, at);
    }

    private boolean startsName(int index) {
        return index < text.length() && (Character.isLetter(text.charAt(index)) || text.charAt(index) == '_');
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private void add(Token.Kind kind, String word, boolean spaced) {
        tokens.add(new Token(kind, word, spaced));
    }
}
