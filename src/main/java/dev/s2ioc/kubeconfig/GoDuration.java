package dev.s2ioc.kubeconfig;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Go writes them: {@code 1h2m3.5s}. */
public final class GoDuration {
    private static final Pattern PART = Pattern.compile("([0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(ns|us|µs|ms|s|m|h)");

    private static final Map<String, Long> NANOS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "µs", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "h", 3_600_000_000_000L);

    private GoDuration() {}

    /** The value of {@code --request-timeout}: a duration, or a whole number of seconds. */
    static Duration requestTimeout(String text) {
        String trimmed = text.strip();
        Optional<Duration> duration = trimmed.matches("[0-9]{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(trimmed)))
                : parse(trimmed);
        return duration.orElseThrow(() -> new KubeconfigException(
                "Invalid timeout value. Timeout must be a single integer in seconds, or an integer followed by a"
                        + " corresponding time unit (e.g. 1s | 2m | 3h)"));
    }

    /** A duration that is not negative; empty if the text is none. */
    public static Optional<Duration> parse(String text) {
        Matcher part = PART.matcher(text);
        BigDecimal nanos = BigDecimal.ZERO;
        int end = 0;
        while (part.find() && part.start() == end) {
            nanos = nanos.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(NANOS.get(part.group(2)))));
            end = part.end();
        }
        boolean whole = end > 0 && end == text.length() && nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0;
        return whole
                ? Optional.of(
                        Duration.ofNanos(nanos.setScale(0, RoundingMode.HALF_UP).longValueExact()))
                : Optional.empty();
    }
}
