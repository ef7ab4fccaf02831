package dev.s2ioc.print;

/** Writes strings into a YAML text in the style that Go's emitter would choose, and keeps the column for its folding. */
final class YamlScalar {
    private static final int WIDTH = 80;

    private final StringBuilder text = new StringBuilder();
    private int column;

    String text() {
        return text.toString();
    }

    /** Adds text as it is. */
    void put(String added) {
        text.append(added);
        int newline = added.lastIndexOf('\n');
        column = newline < 0
                ? column + added.codePointCount(0, added.length())
                : added.codePointCount(newline + 1, added.length());
    }

    /** Ends the line unless a block scalar has ended it. */
    void endLine() {
        if (column != 0) {
            put("\n");
        }
    }

    /**
     * Writes a string.
     *
     * @param indent where lines after the first begin
     * @param key the string is a mapping's key: it stays on one line
     */
    void write(String value, int indent, boolean key) {
        YamlStyle style = YamlStyle.of(value, key);
        switch (style) {
            case PLAIN -> folded(value, indent, !key, false);
            case SINGLE_QUOTED -> {
                put("'");
                folded(value.replace("'", "''"), indent, !key, true);
                put("'");
            }
            case DOUBLE_QUOTED -> doubleQuoted(value, indent, !key);
            case LITERAL -> literal(value, indent);
        }
    }

    /** Text whose long lines are broken at single blanks. */
    private void folded(String value, int indent, boolean mayBreak, boolean quoted) {
        boolean blanks = false;
        for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
            boolean blank = value.charAt(i) == ' ';
            boolean inside = !quoted || i > 0 && i < value.length() - 1;
            if (blank && mayBreak && !blanks && column > WIDTH && inside && !isBlank(value, i + 1)) {
                put("\n" + " ".repeat(indent));
            } else {
                put(Character.toString(value.codePointAt(i)));
            }
            blanks = blank;
        }
    }

    private static boolean isBlank(String value, int at) {
        return at < value.length() && value.charAt(at) == ' ';
    }

    private void doubleQuoted(String value, int indent, boolean mayBreak) {
        put("\"");
        boolean blanks = false;
        for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
            int c = value.codePointAt(i);
            boolean inside = i > 0 && i < value.length() - 1;
            if (c == ' ' && mayBreak && !blanks && column > WIDTH && inside) {
                put("\n" + " ".repeat(indent) + (isBlank(value, i + 1) ? "\\" : ""));
            } else {
                put(escaped(c));
            }
            blanks = c == ' ';
        }
        put("\"");
    }

    static String escaped(int c) {
        if (c != '"' && c != '\\' && c != '\n' && YamlStyle.isPrintable(c)) {
            return Character.toString(c);
        }
        return switch (c) {
            case 0x00 -> "\\0";
            case 0x07 -> "\\a";
            case 0x08 -> "\\b";
            case 0x09 -> "\\t";
            case 0x0a -> "\\n";
            case 0x0b -> "\\v";
            case 0x0c -> "\\f";
            case 0x0d -> "\\r";
            case 0x1b -> "\\e";
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case 0x85 -> "\\N";
            case 0xa0 -> "\\_";
            default ->
                c <= 0xff ? "\\x%02X".formatted(c) : c <= 0xffff ? "\\u%04X".formatted(c) : "\\U%08X".formatted(c);
        };
    }

    private void literal(String value, int indent) {
        String hint = value.charAt(0) == ' ' || value.charAt(0) == '\n' ? "2" : "";
        String end = !value.endsWith("\n") ? "-" : value.length() == 1 || value.endsWith("\n\n") ? "+" : "";
        put("|" + hint + end + "\n");
        String[] lines = (value.endsWith("\n") ? value.substring(0, value.length() - 1) : value).split("\n", -1);
        for (String line : lines) {
            put(line.isEmpty() ? "\n" : " ".repeat(indent) + line + "\n");
        }
    }
}
