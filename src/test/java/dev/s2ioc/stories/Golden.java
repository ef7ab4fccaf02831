package dev.s2ioc.stories;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text to compare with, in which what differs from run to run is named instead of written: {@code <age>},
 * {@code <digest>} and the others below. A line {@code ...} stands for any number of lines.
 */
final class Golden {
    private static final String ANY_LINES = "...";
    private static final Map<String, String> WILDCARDS = Map.of(
            "age",
            "(?:(?:Less than a second|About an? (?:minute|hour)|\\d+ (?:second|minute|hour|day)s?)|(?:\\d+[smhdy])+)",
            "digest",
            "sha256:[0-9a-f]{64}",
            "id",
            "[0-9a-f]{7,64}",
            "time",
            "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z| \\+0000 UTC)",
            "number",
            "\\d+(?:\\.\\d+)?",
            "blanks",
            " *",
            "any",
            ".*?");
    private static final Pattern NAMED = Pattern.compile("<(" + String.join("|", WILDCARDS.keySet()) + ")>");

    private final List<String> lines;

    Golden(String text) {
        lines = text.lines().toList();
    }

    /** Where the text differs first; empty if it does not. */
    Optional<String> difference(String text) {
        List<String> actual = text.lines().toList();
        int[] reached = {0, 0};
        if (matches(0, actual, 0, reached)) {
            return text.isEmpty() || text.endsWith("\n") ? Optional.empty() : Optional.of("the last line does not end");
        }
        return Optional.of("line " + (reached[1] + 1) + "\n  expected: " + line(lines, reached[0]) + "\n  but was:  "
                + line(actual, reached[1]));
    }

    private boolean matches(int expected, List<String> actual, int at, int[] reached) {
        if (at > reached[1] || at == reached[1] && expected > reached[0]) {
            reached[0] = expected;
            reached[1] = at;
        }
        if (expected == lines.size()) {
            return at == actual.size();
        }
        String line = lines.get(expected);
        if (line.equals(ANY_LINES)) {
            return matches(expected + 1, actual, at, reached)
                    || at < actual.size() && matches(expected, actual, at + 1, reached);
        }
        return at < actual.size()
                && pattern(line).matcher(actual.get(at)).matches()
                && matches(expected + 1, actual, at + 1, reached);
    }

    static Pattern pattern(String line) {
        StringBuilder pattern = new StringBuilder();
        Matcher named = NAMED.matcher(line);
        int at = 0;
        while (named.find()) {
            pattern.append(Pattern.quote(line.substring(at, named.start()))).append(WILDCARDS.get(named.group(1)));
            at = named.end();
        }
        return Pattern.compile(pattern.append(Pattern.quote(line.substring(at))).toString());
    }

    private static String line(List<String> lines, int number) {
        return number < lines.size() ? lines.get(number) : "(nothing more)";
    }
}
