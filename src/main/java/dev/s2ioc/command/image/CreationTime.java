package dev.s2ioc.command.image;

import dev.s2ioc.command.CommandFailure;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** Reads {@code --created-at}. */
final class CreationTime {
    private CreationTime() {}

    /** @param text empty means now */
    static Instant parse(String text, Clock clock) {
        if (text.isEmpty()) {
            return clock.instant().truncatedTo(ChronoUnit.MICROS);
        }
        if (text.matches("\\d{1,15}")) {
            return Instant.ofEpochMilli(Long.parseLong(text));
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new CommandFailure(
                    "--created-at must be an RFC3339 formatted date, as 2026-11-27T10:00:00Z, or milliseconds since 1970",
                    e);
        }
    }
}
