package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Builds;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Resources;
import dev.s2ioc.client.Watch;
import dev.s2ioc.client.WatchEvent;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** Follows one pod until it is as somebody wants it. */
final class PodWatch {
    private static final Duration A_WEEK = Duration.ofDays(7);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Resources resources;
    private JsonNode last;

    /** @param pod as it was seen last */
    PodWatch(Resources resources, JsonNode pod) {
        this.resources = resources;
        this.last = pod;
    }

    /** Whether all its containers have ended. */
    static boolean isCompleted(JsonNode pod) {
        String phase = pod.at("/status/phase").asText("");
        return phase.equals("Succeeded") || phase.equals("Failed");
    }

    /**
     * The pod as it is when the goal is reached; empty if it is gone before.
     *
     * @param patience zero for a week
     * @throws CommandFailure if it is not reached in time
     */
    Optional<JsonNode> await(Predicate<JsonNode> goal, Duration patience) throws InterruptedException {
        if (goal.test(last)) {
            return Optional.of(last);
        }
        String name = Builds.name(last);
        long end = System.nanoTime() + (patience.isZero() ? A_WEEK : patience).toNanos();
        String revision = last.at("/metadata/resourceVersion").asText("");
        try (Watch watch = resources
                .watch(KnownTypes.POD, name, revision)
                .endingAfter(Duration.ofNanos(end - System.nanoTime()))) {
            for (Optional<WatchEvent> event = watch.next(); event.isPresent(); event = watch.next()) {
                if (event.get().type() == WatchEvent.Type.DELETED) {
                    return Optional.empty();
                }
                last = event.get().object();
                if (goal.test(last)) {
                    return Optional.of(last);
                }
            }
        } catch (ApiException e) {
            // Not everybody who may look at a pod may watch it.
            if (e.code() != 403 && e.code() != 404 && e.code() != 405) {
                throw e;
            }
            return polled(name, goal, end);
        }
        throw late();
    }

    private Optional<JsonNode> polled(String name, Predicate<JsonNode> goal, long end) throws InterruptedException {
        while (System.nanoTime() < end) {
            try {
                last = resources.get(KnownTypes.POD, name);
            } catch (ApiException e) {
                if (e.isNotFound()) {
                    return Optional.empty();
                }
                throw e;
            }
            if (goal.test(last)) {
                return Optional.of(last);
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        throw late();
    }

    private static CommandFailure late() {
        return new CommandFailure("timed out waiting for the condition", ExitCode.TIMED_OUT);
    }
}
