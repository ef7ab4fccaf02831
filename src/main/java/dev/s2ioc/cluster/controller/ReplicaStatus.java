package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How many of the wanted pods there are, as a replica set's status says it. */
record ReplicaStatus(JsonNode workload, List<ObjectNode> pods, Instant now) {
    long ready() {
        return pods.stream().filter(PodState::isReady).count();
    }

    long available() {
        long seconds = workload.path("spec").path("minReadySeconds").asLong(0);
        return pods.stream()
                .filter(pod -> PodState.isAvailable(pod, seconds, now))
                .count();
    }

    private long labeled() {
        Selector labels = new Selector(
                workload.path("spec").path("template").path("metadata").path("labels"), Json.array());
        return pods.stream().filter(labels::selects).count();
    }

    /** @param failure why pods could not be made or deleted */
    void write(ObjectNode status, Optional<ObjectNode> failure) {
        status.put("replicas", pods.size());
        count(status, "fullyLabeledReplicas", labeled());
        count(status, "readyReplicas", ready());
        count(status, "availableReplicas", available());
        status.put(
                "observedGeneration",
                workload.path("metadata").path("generation").asLong());
        failure.ifPresentOrElse(
                condition -> Conditions.set(status, condition), () -> Conditions.remove(status, "ReplicaFailure"));
    }

    static void count(ObjectNode status, String field, long count) {
        if (count == 0) {
            status.remove(field);
        } else {
            status.put(field, count);
        }
    }
}
