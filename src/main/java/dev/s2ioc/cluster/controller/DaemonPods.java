package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The pods of a daemon set on the one node.
 *
 * @param all the oldest first
 * @param hash of the newest template
 * @param wanted whether the node is one of those that are meant
 */
record DaemonPods(JsonNode set, List<ObjectNode> all, String hash, boolean wanted, Instant now) {
    static final String HASH = "controller-revision-hash";

    static DaemonPods of(JsonNode set, List<ObjectNode> pods, String hash, boolean wanted, Instant now) {
        List<ObjectNode> sorted = pods.stream()
                .sorted(Comparator.comparing(pod -> Json.at(pod, "metadata", "creationTimestamp")))
                .toList();
        return new DaemonPods(set, sorted, hash, wanted, now);
    }

    List<ObjectNode> active() {
        return all.stream().filter(PodState::isActive).toList();
    }

    List<ObjectNode> ended() {
        return all.stream()
                .filter(pod -> PodState.hasEnded(pod) && !Claims.isLeaving(pod))
                .toList();
    }

    private boolean isNewest(JsonNode pod) {
        return Json.at(pod.path("metadata").path("labels"), HASH).equals(hash);
    }

    Optional<ObjectNode> newest() {
        return active().stream().filter(this::isNewest).findFirst();
    }

    Optional<ObjectNode> older() {
        return active().stream().filter(pod -> !isNewest(pod)).findFirst();
    }

    boolean isAvailable(JsonNode pod) {
        return PodState.isAvailable(
                pod, set.path("spec").path("minReadySeconds").asLong(0), now);
    }

    /** Whether one will be available by and by, without anything else happening. */
    boolean waits() {
        return active().stream().anyMatch(pod -> PodState.isReady(pod) && !isAvailable(pod));
    }

    void write(ObjectNode status) {
        Optional<ObjectNode> first = active().stream().findFirst();
        long desired = wanted ? 1 : 0;
        long available = wanted && first.filter(this::isAvailable).isPresent() ? 1 : 0;
        status.put("currentNumberScheduled", wanted && first.isPresent() ? 1 : 0);
        status.put("numberMisscheduled", !wanted && first.isPresent() ? 1 : 0);
        status.put("desiredNumberScheduled", desired);
        status.put("numberReady", wanted && first.filter(PodState::isReady).isPresent() ? 1 : 0);
        status.put("observedGeneration", set.path("metadata").path("generation").asLong());
        ReplicaStatus.count(
                status,
                "updatedNumberScheduled",
                wanted && first.filter(this::isNewest).isPresent() ? 1 : 0);
        ReplicaStatus.count(status, "numberAvailable", available);
        ReplicaStatus.count(status, "numberUnavailable", desired - available);
    }
}
