package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.print.Ages;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How long a build took, has been running, or waits to start. */
final class BuildDuration {

    private BuildDuration() {}

    static String of(JsonNode build, Instant now) {
        JsonNode status = build.path("status");
        boolean cancelled = status.path("phase").asText("").equals("Cancelled");
        Instant created = time(build.path("metadata").path("creationTimestamp")).orElse(now);
        Optional<Instant> start = time(status.path("startTimestamp"));
        Optional<Instant> end = time(status.path("completionTimestamp"));
        if (start.isPresent()) {
            return end.map(ended -> length(start.get(), ended))
                    .orElseGet(() -> "running for " + length(start.get(), now));
        }
        if (end.isPresent()) {
            return "waited for " + length(created, end.get());
        }
        return cancelled ? "<none>" : "waiting for " + length(created, now);
    }

    private static Optional<Instant> time(JsonNode field) {
        return Ages.instant(field.asText(""));
    }

    private static String length(Instant from, Instant to) {
        return Ages.go(Duration.between(from.truncatedTo(ChronoUnit.SECONDS), to.truncatedTo(ChronoUnit.SECONDS)));
    }
}
