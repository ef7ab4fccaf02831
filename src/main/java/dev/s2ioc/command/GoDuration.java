package dev.s2ioc.command;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as flags write them: {@code 5s}, {@code 1m30s}, {@code 2h}; a bare number is seconds. */
public final class GoDuration implements ITypeConverter<Duration> {
    private static final Pattern PART = Pattern.compile("([0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(ns|us|µs|ms|s|m|h)");
    private static final Map<String, Long> NANOS = Map.of(
            "ns",
            1L,
            "us",
            1_000L,
            "µs",
            1_000L,
            "ms",
            1_000_000L,
            "s",
            1_000_000_000L,
            "m",
            60_000_000_000L,
            "h",
            3_600_000_000_000L);

    @Override
    public Duration convert(String text) {
        if (text.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        Matcher matcher = PART.matcher(text);
        BigDecimal nanos = BigDecimal.ZERO;
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            nanos = nanos.add(
                    new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(NANOS.get(matcher.group(2)))));
            end = matcher.end();
        }
        if (end == 0 || end != text.length() || nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new TypeConversionException("invalid duration \"" + text + "\"; write it as 30s, 5m or 1h30m");
        }
        return Duration.ofNanos(nanos.longValue());
    }

    /** {@code 1h30m0s}: the form in which durations are said to the user. */
    static String words(Duration duration) {
        long seconds = duration.toSeconds();
        String small = seconds == 0 && !duration.isZero() ? duration.toMillis() + "ms" : seconds % 60 + "s";
        return (seconds >= 3600 ? seconds / 3600 + "h" : "") + (seconds >= 60 ? seconds / 60 % 60 + "m" : "") + small;
    }
}
