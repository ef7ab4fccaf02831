package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Which of a build configuration's builds may start now. */
enum RunPolicy {
    Serial,
    SerialLatestOnly,
    Parallel;

    /** What is to be done; builds that are neither in the one nor in the other list wait or are past. */
    record Decision(List<ObjectNode> start, List<ObjectNode> cancel) {}

    static RunPolicy of(ObjectNode build) {
        String policy = build.path("metadata")
                .path("labels")
                .path("openshift.io/build.start-policy")
                .asText("");
        return policy.isEmpty() ? Serial : valueOf(policy);
    }

    /** Decides over builds in the order of their numbers, by the policy of the newest that waits. */
    static Decision decide(List<ObjectNode> builds) {
        List<ObjectNode> waiting = builds.stream()
                .filter(build -> Phase.of(build) == Phase.New
                        && !build.path("status").path("cancelled").asBoolean())
                .toList();
        if (waiting.isEmpty()) {
            return new Decision(List.of(), List.of());
        }
        boolean busy = builds.stream().anyMatch(build -> Phase.of(build).isActive());
        return switch (of(waiting.getLast())) {
            case Parallel -> new Decision(waiting, List.of());
            case Serial -> new Decision(busy ? List.of() : List.of(waiting.getFirst()), List.of());
            case SerialLatestOnly ->
                new Decision(
                        busy ? List.of() : List.of(waiting.getLast()),
                        new ArrayList<>(waiting.subList(0, waiting.size() - 1)));
        };
    }

    /** Orders builds of one configuration. */
    static long number(ObjectNode build) {
        return build.path("metadata")
                .path("annotations")
                .path("openshift.io/build.number")
                .asLong(0);
    }
}
