package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Which pods go when there are too many: those that are missed least come first. */
final class PodChoice {
    private static final List<String> PHASES = List.of("Pending", "Unknown", "Running");
    private static final String COST = "controller.kubernetes.io/pod-deletion-cost";

    private static final Comparator<JsonNode> LEAST_MISSED = Comparator.<JsonNode, Boolean>comparing(
                    pod -> !Json.at(pod, "spec", "nodeName").isEmpty())
            .thenComparing(pod -> PHASES.indexOf(PodState.phase(pod)))
            .thenComparing(PodState::isReady)
            .thenComparing(PodChoice::cost)
            .thenComparing(pod -> PodState.readySince(pod).orElse(Instant.MAX), Comparator.reverseOrder())
            .thenComparing(PodState::restarts, Comparator.reverseOrder())
            .thenComparing(pod -> Json.at(pod, "metadata", "creationTimestamp"), Comparator.reverseOrder());

    private PodChoice() {}

    static List<ObjectNode> toGo(List<ObjectNode> active, long count) {
        return active.stream().sorted(LEAST_MISSED).limit(count).toList();
    }

    private static long cost(JsonNode pod) {
        String cost = Json.at(pod.path("metadata").path("annotations"), COST);
        return cost.matches("-?[0-9]{1,9}") ? Long.parseLong(cost) : 0;
    }
}
