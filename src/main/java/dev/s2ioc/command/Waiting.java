package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Form;
import dev.s2ioc.client.ListOptions;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Resources;
import dev.s2ioc.client.Watch;
import dev.s2ioc.client.WatchEvent;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Waits, with one patience for all objects, until each is as somebody wants it. */
final class Waiting {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final WaitGoal goal;
    private final Duration patience;
    private final long end;

    Waiting(WaitGoal goal, Duration patience) {
        this.goal = goal;
        this.patience = patience;
        this.end = System.nanoTime() + patience.toNanos();
    }

    /**
     * Returns the object as it is when the goal is reached; empty if it was to go and was never there.
     *
     * @throws CommandFailure if it does not reach the goal in time
     * @throws ApiException if it is not there, or goes while it is waited for
     */
    Optional<JsonNode> await(Resources resources, ResourceType type, String name) {
        return goal instanceof WaitGoal.Deletion
                ? gone(resources, type, name)
                : Optional.of(reached(resources, type, name));
    }

    /** Waits until there is any object of the kind that is wanted. */
    void awaitAny(Resources resources, ResourceType type, ListOptions options, String name) {
        ObjectNode list = resources.list(type, options);
        if (!list.path("items").isEmpty()) {
            return;
        }
        String revision = list.path("metadata").path("resourceVersion").asText();
        try (Watch watch =
                resources.watch(type, options, Form.OBJECTS, revision, Map.of()).endingAfter(left())) {
            for (Optional<WatchEvent> event = watch.next(); event.isPresent(); event = watch.next()) {
                if (event.get().type() != WatchEvent.Type.DELETED) {
                    return;
                }
            }
        }
        throw late(type, name);
    }

    private Optional<JsonNode> gone(Resources resources, ResourceType type, String name) {
        JsonNode object;
        try {
            object = resources.get(type, name);
        } catch (ApiException e) {
            if (e.isNotFound()) {
                return Optional.empty();
            }
            throw e;
        }
        if (!left().isPositive()) {
            throw late(type, name);
        }
        new Disappearance(left())
                .await(
                        resources,
                        type,
                        name,
                        object.path("metadata").path("uid").asText(""));
        return Optional.of(object);
    }

    private JsonNode reached(Resources resources, ResourceType type, String name) {
        JsonNode object = resources.get(type, name);
        if (goal.isMet(object)) {
            return object;
        }
        if (!left().isPositive()) {
            throw late(type, name);
        }
        String revision = object.path("metadata").path("resourceVersion").asText();
        try (Watch watch = resources.watch(type, name, revision).endingAfter(left())) {
            for (Optional<WatchEvent> event = watch.next(); event.isPresent(); event = watch.next()) {
                if (event.get().type() == WatchEvent.Type.DELETED) {
                    throw ApiException.notFound(type.qualified(), name);
                }
                if (goal.isMet(event.get().object())) {
                    return event.get().object();
                }
            }
        } catch (ApiException e) {
            // Not everything that can be read can be watched, and not by everybody.
            if (e.code() != 403 && e.code() != 405) {
                throw e;
            }
            return polled(resources, type, name);
        }
        throw late(type, name);
    }

    private JsonNode polled(Resources resources, ResourceType type, String name) {
        while (left().isPositive()) {
            JsonNode object = resources.get(type, name);
            if (goal.isMet(object)) {
                return object;
            }
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CommandFailure("interrupted while waiting for " + type.plural() + "/" + name, e);
            }
        }
        throw late(type, name);
    }

    private CommandFailure late(ResourceType type, String name) {
        String words = patience.isZero() ? "condition not met for " : "timed out waiting for the condition on ";
        String what = name.isEmpty() ? type.plural() : type.plural() + "/" + name;
        return new CommandFailure(words + what, ExitCode.TIMED_OUT);
    }

    private Duration left() {
        return Duration.ofNanos(end - System.nanoTime());
    }
}
