package dev.s2ioc.print;

import java.util.regex.Pattern;

/** How a string may stand in YAML so that it reads back as that string, by the rules of Go's YAML 1.1 emitter. */
enum YamlStyle {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    LITERAL;

    /** What reads back as something else than a string: null, booleans, numbers, dates. */
    private static final Pattern NOT_A_STRING = Pattern.compile(
            "|~|null|Null|NULL|y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF"
                    + "|\\.nan|\\.NaN|\\.NAN|[-+]?\\.(inf|Inf|INF)"
                    + "|[-+]?[0-9][0-9_]*|[-+]?0b[01_]+|[-+]?0x[0-9a-fA-F_]+|[-+]?0o?[0-7_]+"
                    + "|[-+]?(\\.[0-9]+|[0-9][0-9_]*(\\.[0-9_]*)?)([eE][-+]?[0-9]+)?"
                    + "|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?"
                    + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ][0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(\\.[0-9]+)?(Z|[-+][0-9:]+)?)?");

    private static final String INDICATORS_IN_FRONT = "#,[]{}&*!|>'\"%@`";

    static YamlStyle of(String value, boolean key) {
        YamlStyle wanted =
                value.indexOf('\n') >= 0 ? LITERAL : NOT_A_STRING.matcher(value).matches() ? DOUBLE_QUOTED : PLAIN;
        return switch (wanted) {
            case PLAIN -> plainOrQuoted(value);
            case LITERAL -> key || !canBeLiteral(value) ? DOUBLE_QUOTED : LITERAL;
            case SINGLE_QUOTED, DOUBLE_QUOTED -> wanted;
        };
    }

    private static YamlStyle plainOrQuoted(String value) {
        if (hasUnprintable(value)) {
            return DOUBLE_QUOTED;
        }
        return value.startsWith(" ") || value.endsWith(" ") || looksLikeSyntax(value) ? SINGLE_QUOTED : PLAIN;
    }

    private static boolean looksLikeSyntax(String value) {
        char first = value.charAt(0);
        if (value.startsWith("---") || value.startsWith("...") || INDICATORS_IN_FRONT.indexOf(first) >= 0) {
            return true;
        }
        boolean alone = value.length() == 1 || value.charAt(1) == ' ';
        if ((first == '?' || first == '-') && alone) {
            return true;
        }
        return value.endsWith(":") || value.contains(": ") || value.contains(" #");
    }

    /** Blanks at the end, or at the end of a line, would be lost in a block. */
    private static boolean canBeLiteral(String value) {
        return !value.endsWith(" ") && !value.contains(" \n") && !hasUnprintable(value);
    }

    private static boolean hasUnprintable(String value) {
        return value.codePoints().anyMatch(c -> !isPrintable(c));
    }

    /** Whether a character may stand unescaped; a tab may not, nor what a reader may take for the end of a line. */
    static boolean isPrintable(int c) {
        return c == '\n'
                || c >= 0x20 && c <= 0x7e
                || c >= 0xa0 && c <= 0xd7ff && c != 0x2028 && c != 0x2029
                || c >= 0xe000 && c <= 0xfffd && c != 0xfeff;
    }
}
