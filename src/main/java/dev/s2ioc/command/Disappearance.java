package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Resources;
import dev.s2ioc.client.Watch;
import dev.s2ioc.client.WatchEvent;
import java.time.Duration;
import java.util.Optional;

/** Waits until objects are gone: their finalizers have run, or another object has taken the name. */
final class Disappearance {
    private static final Duration A_WEEK = Duration.ofDays(7);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final long end;

    /** @param patience how long to wait for all of them, from now; zero for a week */
    Disappearance(Duration patience) {
        end = System.nanoTime() + (patience.isZero() ? A_WEEK : patience).toNanos();
    }

    /**
     * Returns when the object is gone.
     *
     * @param uid empty if any object of the name is meant
     * @throws CommandFailure if it is still there when the time is over
     */
    void await(Resources resources, ResourceType type, String name, String uid) {
        Optional<JsonNode> present = look(resources, type, name, uid);
        if (present.isEmpty()) {
            return;
        }
        String revision = present.get().path("metadata").path("resourceVersion").asText();
        try (Watch watch = resources.watch(type, name, revision).endingAfter(left())) {
            for (Optional<WatchEvent> event = watch.next(); event.isPresent(); event = watch.next()) {
                if (isGone(event.get(), uid)) {
                    return;
                }
            }
        } catch (ApiException e) {
            // Not everything that can be read can be watched, and not by everybody.
            if (e.code() != 403 && e.code() != 404 && e.code() != 405) {
                throw e;
            }
            while (look(resources, type, name, uid).isPresent() && left().isPositive()) {
                pause();
            }
        }
        if (look(resources, type, name, uid).isPresent()) {
            throw new CommandFailure(
                    "timed out waiting for the condition on " + type.plural() + "/" + name, ExitCode.TIMED_OUT);
        }
    }

    private static boolean isGone(WatchEvent event, String uid) {
        String seen = event.object().path("metadata").path("uid").asText(uid);
        return event.type() == WatchEvent.Type.DELETED || !uid.isEmpty() && !seen.equals(uid);
    }

    private static Optional<JsonNode> look(Resources resources, ResourceType type, String name, String uid) {
        try {
            JsonNode found = resources.get(type, name);
            boolean other = !uid.isEmpty()
                    && !found.path("metadata").path("uid").asText(uid).equals(uid);
            return other ? Optional.empty() : Optional.of(found);
        } catch (ApiException e) {
            // Forbidden: who deleted the last project they were a member of cannot look at it any more.
            if (e.isNotFound() || e.isForbidden()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Duration left() {
        return Duration.ofNanos(end - System.nanoTime());
    }

    private void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted while waiting for the deletion", e);
        }
    }
}
