package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** The status of a build as it goes from phase to phase; fields stand in the order in which OpenShift writes them. */
final class BuildStatus {
    private static final List<String> ORDER = List.of(
            "phase",
            "cancelled",
            "reason",
            "message",
            "startTimestamp",
            "completionTimestamp",
            "duration",
            "outputDockerImageReference",
            "config",
            "output",
            "stages",
            "logSnippet",
            "conditions");

    private BuildStatus() {}

    /** Goes to a phase that needs no reason. */
    static void enter(ObjectNode build, Phase phase, String now) {
        ObjectNode status = Json.child(build, "status");
        status.put("phase", phase.name());
        status.remove(List.of("reason", "message"));
        enter(status, phase, now, condition -> {});
        countChange(build, phase);
        order(build);
    }

    /** Goes to a phase for a reason. */
    static void enter(ObjectNode build, Phase phase, Reason reason, String now) {
        ObjectNode status = Json.child(build, "status");
        status.put("phase", phase.name());
        status.put("reason", reason.name()).put("message", reason.message());
        enter(
                status,
                phase,
                now,
                condition -> condition.put("reason", reason.name()).put("message", reason.message()));
        countChange(build, phase);
        order(build);
    }

    /** A build that is no longer new is of its second generation, and stays so. */
    private static void countChange(ObjectNode build, Phase phase) {
        ObjectNode metadata = Json.child(build, "metadata");
        if (phase != Phase.New && metadata.path("generation").asLong() == 1) {
            metadata.put("generation", 2);
        }
    }

    private static void enter(ObjectNode status, Phase phase, String now, Consumer<ObjectNode> explain) {
        if (phase.isActive() && !status.has("startTimestamp")) {
            status.put("startTimestamp", now);
        }
        if (phase.isTerminal()) {
            status.put("completionTimestamp", now);
            if (status.has("startTimestamp")) {
                Instant start = Instant.parse(Json.at(status, "startTimestamp"));
                status.put(
                        "duration",
                        took(Duration.between(start, Instant.parse(now))).toNanos());
            }
        }
        ArrayNode conditions = Json.items(status, "conditions");
        for (JsonNode each : conditions) {
            if (each instanceof ObjectNode condition
                    && Json.at(condition, "status").equals("True")) {
                condition.put("status", "False").put("lastUpdateTime", now).put("lastTransitionTime", now);
            }
        }
        ObjectNode condition = conditions.addObject().put("type", phase.name()).put("status", "True");
        condition.put("lastUpdateTime", now).put("lastTransitionTime", now);
        explain.accept(condition);
    }

    /** Puts the fields into their order, unknown ones last. */
    static void order(ObjectNode build) {
        ObjectNode status = Json.child(build, "status");
        ObjectNode ordered = Json.object();
        for (String field : ORDER) {
            if (status.has(field)) {
                ordered.set(field, status.remove(field));
            }
        }
        ordered.setAll(status);
        build.set("status", ordered);
    }

    /** Times are whole seconds; a build that began and ended within one took less, but not nothing, as 0 would read. */
    private static Duration took(Duration whole) {
        return whole.isZero() ? Duration.ofSeconds(1) : whole;
    }
}
