package dev.s2ioc.command;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;

/** How long to wait: a duration as {@link DurationFlag} reads it; anything negative is a week. */
public final class PatienceFlag implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        return text.startsWith("-") ? Duration.ofDays(7) : new DurationFlag().convert(text);
    }
}
