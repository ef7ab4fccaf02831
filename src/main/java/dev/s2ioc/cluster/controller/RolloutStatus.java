package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How far a rollout is, as the deployment's status says it, in Kubernetes' words. */
record RolloutStatus(Rollout rollout, Instant now, String time) {
    private static final String AVAILABLE = "NewReplicaSetAvailable";
    private static final String TIMED_OUT = "ProgressDeadlineExceeded";
    static final String PROGRESSING = "Progressing";

    /** The counts, and whether enough pods are available. */
    ObjectNode counted() {
        JsonNode deployment = rollout.deployment();
        ObjectNode status =
                deployment.path("status").isObject() ? deployment.path("status").deepCopy() : Json.object();
        long total = sum(rollout.all(), "replicas");
        long available = sum(rollout.all(), "availableReplicas");
        status.put(
                "observedGeneration",
                deployment.path("metadata").path("generation").asLong());
        ReplicaStatus.count(status, "replicas", total);
        ReplicaStatus.count(
                status, "updatedReplicas", sum(rollout.newest().stream().toList(), "replicas"));
        ReplicaStatus.count(status, "readyReplicas", sum(rollout.all(), "readyReplicas"));
        ReplicaStatus.count(status, "availableReplicas", available);
        ReplicaStatus.count(status, "unavailableReplicas", Math.max(0, rollout.wanted() - available));
        boolean enough = available >= rollout.wanted() - rollout.unavailable();
        Conditions.set(
                status,
                Conditions.updated(
                        "Available",
                        enough ? "True" : "False",
                        enough ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
                        enough
                                ? "Deployment has minimum availability."
                                : "Deployment does not have minimum availability.",
                        time));
        return status;
    }

    private static long sum(List<ObjectNode> sets, String field) {
        return sets.stream()
                .mapToLong(set -> set.path("status").path(field).asLong(0))
                .sum();
    }

    /** With what is said of the progress. */
    ObjectNode whole() {
        ObjectNode status = counted();
        if (!hasDeadline()) {
            Conditions.remove(status, PROGRESSING);
        } else if (!isOver(status)) {
            progress(status);
        }
        Optional<JsonNode> failure = rollout.all().stream()
                .flatMap(set -> Conditions.get(set.path("status"), "ReplicaFailure").stream())
                .findFirst();
        failure.ifPresentOrElse(
                found -> Conditions.set(
                        status,
                        Conditions.updated(
                                "ReplicaFailure",
                                Json.at(found, "status"),
                                Json.at(found, "reason"),
                                Json.at(found, "message"),
                                time)),
                () -> Conditions.remove(status, "ReplicaFailure"));
        return status;
    }

    private boolean hasDeadline() {
        long deadline = rollout.deployment()
                .path("spec")
                .path("progressDeadlineSeconds")
                .asLong(Integer.MAX_VALUE);
        return deadline != Integer.MAX_VALUE;
    }

    private boolean isOver(JsonNode status) {
        return status.path("replicas").asLong(0)
                        == status.path("updatedReplicas").asLong(0)
                && reason().equals(AVAILABLE);
    }

    private String reason() {
        return old().map(found -> Json.at(found, "reason")).orElse("");
    }

    private Optional<JsonNode> old() {
        return Conditions.get(rollout.deployment().path("status"), PROGRESSING);
    }

    private void progress(ObjectNode status) {
        if (rollout.isComplete(status)) {
            Conditions.set(status, condition("True", AVAILABLE, "has successfully progressed."));
        } else if (hasProgressed(status)) {
            Conditions.replace(status, condition("True", "ReplicaSetUpdated", "is progressing."));
        } else if (isTimedOut()) {
            Conditions.set(status, condition("False", TIMED_OUT, "has timed out progressing."));
        }
    }

    private ObjectNode condition(String holds, String reason, String what) {
        String who = rollout.newest()
                .map(set -> "ReplicaSet \"" + Json.at(set, "metadata", "name"))
                .orElse("Deployment \"" + Json.at(rollout.deployment(), "metadata", "name"));
        return Conditions.updated(PROGRESSING, holds, reason, who + "\" " + what, time);
    }

    private boolean hasProgressed(JsonNode status) {
        JsonNode before = rollout.deployment().path("status");
        long olderBefore = count(before, "replicas") - count(before, "updatedReplicas");
        long older = count(status, "replicas") - count(status, "updatedReplicas");
        return count(status, "updatedReplicas") > count(before, "updatedReplicas")
                || older < olderBefore
                || count(status, "readyReplicas") > count(before, "readyReplicas")
                || count(status, "availableReplicas") > count(before, "availableReplicas");
    }

    private static long count(JsonNode status, String field) {
        return status.path(field).asLong(0);
    }

    private boolean isTimedOut() {
        return reason().equals(TIMED_OUT)
                || left().filter(left -> left.isNegative() || left.isZero()).isPresent();
    }

    /** How long nothing may happen until the rollout counts as stuck; empty when nothing has to happen. */
    Optional<Duration> left() {
        if (!hasDeadline() || List.of(AVAILABLE, TIMED_OUT, "DeploymentPaused").contains(reason())) {
            return Optional.empty();
        }
        long seconds = rollout.deployment()
                .path("spec")
                .path("progressDeadlineSeconds")
                .asLong();
        return old().map(found -> Json.at(found, "lastUpdateTime"))
                .filter(time -> !time.isEmpty())
                .map(time -> Duration.between(now, Instant.parse(time).plusSeconds(seconds)));
    }
}
