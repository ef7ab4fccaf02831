package dev.s2ioc.cluster.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The variables of a Dockerfile, and their expansion: `$X`, `${X}`, `${X:-word}`, `${X:+word}`, `\$`. */
final class Variables {
    private static final Pattern USE =
            Pattern.compile("\\\\\\$|\\$(?:([A-Za-z_][A-Za-z0-9_]*)|\\{([A-Za-z_][A-Za-z0-9_]*)(?:(:[-+])([^}]*))?})");

    private final Map<String, String> values = new HashMap<>();

    void set(String name, String value) {
        values.put(name, value);
    }

    /** ARG: a build arg, else the default, else what is known already. */
    void declare(String argument, Map<String, String> buildArgs) {
        for (String word : Words.split(argument)) {
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            if (buildArgs.containsKey(name)) {
                values.put(name, buildArgs.get(name));
            } else if (equals >= 0) {
                values.put(name, expand(word.substring(equals + 1)));
            }
        }
    }

    String expand(String text) {
        return USE.matcher(text)
                .replaceAll(use -> Matcher.quoteReplacement(
                        value(use.group(), use.group(1), use.group(2), use.group(3), use.group(4))));
    }

    private String value(String all, String bare, String braced, String operator, String word) {
        if (bare == null && braced == null) {
            return all.substring(1);
        }
        String value = values.getOrDefault(bare == null ? braced : bare, "");
        if (operator == null) {
            return value;
        }
        boolean useWord = operator.equals(":-") == value.isEmpty();
        return useWord ? word : operator.equals(":-") ? value : "";
    }
}
