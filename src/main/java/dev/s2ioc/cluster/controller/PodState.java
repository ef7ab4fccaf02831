package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How far a pod is, as those see it who manage it. */
final class PodState {
    private PodState() {}

    static String phase(JsonNode pod) {
        return Json.at(pod, "status", "phase");
    }

    static boolean hasEnded(JsonNode pod) {
        return phase(pod).equals("Succeeded") || phase(pod).equals("Failed");
    }

    /** Whether it counts among those that are wanted. */
    static boolean isActive(JsonNode pod) {
        return !hasEnded(pod) && !Claims.isLeaving(pod);
    }

    static boolean isReady(JsonNode pod) {
        return Conditions.holds(pod.path("status"), "Ready");
    }

    static Optional<Instant> readySince(JsonNode pod) {
        return Conditions.get(pod.path("status"), "Ready")
                .filter(each -> Json.at(each, "status").equals("True"))
                .map(each -> Json.at(each, "lastTransitionTime"))
                .filter(time -> !time.isEmpty())
                .map(Instant::parse);
    }

    /** Whether it has been ready for so long. */
    static boolean isAvailable(JsonNode pod, long seconds, Instant now) {
        return isReady(pod)
                && (seconds == 0
                        || readySince(pod)
                                .filter(since -> Duration.between(since, now).toSeconds() >= seconds)
                                .isPresent());
    }

    static long restarts(JsonNode pod) {
        return pod.path("status")
                .path("containerStatuses")
                .valueStream()
                .mapToLong(each -> each.path("restartCount").asLong())
                .sum();
    }
}
