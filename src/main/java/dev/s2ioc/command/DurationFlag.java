package dev.s2ioc.command;

import dev.s2ioc.kubeconfig.GoDuration;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as flags write them: {@code 5s}, {@code 1m30s}, {@code 2h}; a bare number is seconds. */
public final class DurationFlag implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        if (text.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        return GoDuration.parse(text)
                .orElseThrow(() ->
                        new TypeConversionException("invalid duration \"" + text + "\"; write it as 30s, 5m or 1h30m"));
    }

    /** {@code 1h30m0s}: the form in which durations are said to the user. */
    public static String words(Duration duration) {
        long seconds = duration.toSeconds();
        String small = seconds == 0 && !duration.isZero() ? duration.toMillis() + "ms" : seconds % 60 + "s";
        return (seconds >= 3600 ? seconds / 3600 + "h" : "") + (seconds >= 60 ? seconds / 60 % 60 + "m" : "") + small;
    }
}
