package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.print.Ages;
import java.time.Instant;

/** When an event happened, and how often. */
public final class EventAge {

    private EventAge() {}

    /** {@code 5m}, or {@code 5m (x3 over 10m)} of what has happened more than once. */
    public static String of(JsonNode event, Instant now) {
        boolean exact = event.hasNonNull("eventTime");
        String first = age(event.path(exact ? "eventTime" : "firstTimestamp"), now);
        JsonNode series = event.path("series");
        if (series.isObject()) {
            return "%s (x%d over %s)"
                    .formatted(
                            age(series.path("lastObservedTime"), now),
                            series.path("count").asInt(),
                            first);
        }
        int count = event.path("count").asInt();
        return count > 1 ? "%s (x%d over %s)".formatted(age(event.path("lastTimestamp"), now), count, first) : first;
    }

    /** The last time that it happened. */
    public static Instant lastSeen(JsonNode event) {
        return Ages.instant(event.path("series").path("lastObservedTime").asText(""))
                .or(() -> Ages.instant(event.path("lastTimestamp").asText("")))
                .or(() -> Ages.instant(event.path("eventTime").asText("")))
                .orElse(Instant.MIN);
    }

    private static String age(JsonNode time, Instant now) {
        return Ages.instant(time.asText("")).map(then -> Ages.age(then, now)).orElse("<unknown>");
    }
}
