package dev.s2ioc.print.gotemplate;

/**
 * A word of an action.
 *
 * @param text the name, the unquoted string, the digits, or the sign itself
 * @param spaced blanks stand in front of it: {@code .a .b} is two values, {@code .a.b} one
 */
record Token(Kind kind, String text, boolean spaced) {

    enum Kind {
        DOT,
        FIELD,
        VARIABLE,
        WORD,
        STRING,
        NUMBER,
        SIGN
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }
}
