package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;

/**
 * How far a stateful set is.
 *
 * @param current the name of the revision that all pods were of last
 * @param newest the name of the one that they shall be of
 */
record StatefulSetStatus(StatefulPods pods, String current, String newest) {

    private long ready() {
        return pods.count(pods::isReady);
    }

    private long available() {
        return pods.count(pods::isAvailable);
    }

    private long of(String revision) {
        return pods.count(
                pod -> !Claims.isLeaving(pod) && StatefulPods.revision(pod).equals(revision));
    }

    /** Whether pods will be available by and by, without anything else happening. */
    boolean waits() {
        return ready() > available();
    }

    private boolean isComplete(long replicas) {
        JsonNode strategy = pods.set().path("spec").path("updateStrategy");
        return Json.at(strategy, "type").equals("RollingUpdate")
                && of(newest) == replicas
                && ready() == replicas
                && replicas == pods.replicas();
    }

    void write(ObjectNode status) {
        long replicas = pods.all().size();
        boolean complete = isComplete(replicas);
        status.put(
                "observedGeneration",
                pods.set().path("metadata").path("generation").asLong());
        status.put("replicas", replicas);
        ReplicaStatus.count(status, "readyReplicas", ready());
        status.put("availableReplicas", available());
        ReplicaStatus.count(status, "currentReplicas", of(complete ? newest : current));
        ReplicaStatus.count(status, "updatedReplicas", of(newest));
        status.put("currentRevision", complete ? newest : current).put("updateRevision", newest);
        if (!status.has("collisionCount")) {
            status.put("collisionCount", 0);
        }
    }
}
