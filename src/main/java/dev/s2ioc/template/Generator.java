package dev.s2ioc.template;

import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes random values from expressions such as {@code user[A-Z0-9]{5}}: text, and sets of characters with a length. */
final class Generator {
    private static final Pattern SET = Pattern.compile("\\[([a-zA-Z0-9\\-\\\\]+)\\]\\{([0-9]+)\\}");
    private static final int LONGEST = 255;
    private static final String SYMBOLS = "~!@#$%^&*()-_+={}[]\\|<,>.?/\"';:`";

    private final RandomGenerator random;

    Generator(RandomGenerator random) {
        this.random = random;
    }

    /** Refuses with an IllegalArgumentException what is no expression. */
    String generate(String expression) {
        StringBuilder text = new StringBuilder();
        Matcher sets = SET.matcher(expression);
        int end = 0;
        while (sets.find()) {
            text.append(expression, end, sets.start());
            end = sets.end();
            String characters = characters(sets.group(1));
            int length = length(sets.group(2));
            for (int i = 0; i < length; i++) {
                text.append(characters.charAt(random.nextInt(characters.length())));
            }
        }
        return text.append(expression.substring(end)).toString();
    }

    private static int length(String digits) {
        if (digits.length() > 3 || Integer.parseInt(digits) < 1 || Integer.parseInt(digits) > LONGEST) {
            throw new IllegalArgumentException("range must be within [1-" + LONGEST + "] characters (" + digits + ")");
        }
        return Integer.parseInt(digits);
    }

    private static String characters(String set) {
        StringBuilder characters = new StringBuilder();
        for (int i = 0; i < set.length(); i++) {
            char c = set.charAt(i);
            if (c == '\\') {
                i++;
                characters.append(alias(i < set.length() ? set.charAt(i) : ' ', set));
            } else if (i + 2 < set.length() && set.charAt(i + 1) == '-') {
                char last = set.charAt(i + 2);
                if (last < c || last == '\\') {
                    throw new IllegalArgumentException("invalid range specified: " + c + "-" + last);
                }
                characters.append(range(c, last));
                i += 2;
            } else {
                characters.append(c);
            }
        }
        return characters.toString();
    }

    private static String alias(char name, String set) {
        return switch (name) {
            case 'd' -> range('0', '9');
            case 'a' -> range('a', 'z') + range('A', 'Z') + range('0', '9');
            case 'w' -> range('a', 'z') + range('A', 'Z') + range('0', '9') + "_";
            case 'A' -> SYMBOLS;
            default -> throw new IllegalArgumentException("malformed characters: " + set);
        };
    }

    private static String range(char first, char last) {
        StringBuilder range = new StringBuilder();
        for (char c = first; c <= last; c++) {
            range.append(c);
        }
        return range.toString();
    }
}
