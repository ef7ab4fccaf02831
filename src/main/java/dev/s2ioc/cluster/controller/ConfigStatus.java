package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.Optional;

/**
 * How far a deployment configuration is, as its status says it, in OpenShift's words.
 *
 * @param seen the state of the configuration that was acted upon
 * @param deployments the newest first
 */
record ConfigStatus(JsonNode config, JsonNode seen, List<ObjectNode> deployments, String time) {
    void write(ObjectNode status) {
        long wanted = config.path("spec").path("replicas").asLong(0);
        long available = sum("availableReplicas");
        Optional<ObjectNode> latest = deployments.stream()
                .filter(each -> ConfigDeployment.version(each) == ConfigDeployment.latest(config))
                .findFirst();
        status.put(
                "observedGeneration", seen.path("metadata").path("generation").asLong());
        status.put("replicas", sum("replicas"));
        status.put(
                "updatedReplicas",
                latest.map(each -> each.path("status").path("replicas").asLong(0))
                        .orElse(0L));
        status.put("availableReplicas", available);
        status.put("unavailableReplicas", Math.max(0, sum("replicas") - available));
        ReplicaStatus.count(status, "readyReplicas", sum("readyReplicas"));
        JsonNode missing =
                config.path("spec").path("strategy").path("rollingParams").path("maxUnavailable");
        boolean enough = available > 0 && available >= wanted - Amount.of(missing, wanted, false);
        set(
                status,
                "Available",
                enough ? "True" : "False",
                "",
                enough
                        ? "Deployment config has minimum availability."
                        : "Deployment config does not have minimum availability.");
        latest.ifPresent(each -> progress(status, each));
    }

    private long sum(String field) {
        return deployments.stream()
                .mapToLong(each -> each.path("status").path(field).asLong(0))
                .sum();
    }

    private void progress(ObjectNode status, JsonNode latest) {
        String name = "replication controller \"" + Json.at(latest, "metadata", "name") + "\"";
        boolean cancelled =
                ConfigDeployment.annotation(latest, ConfigDeployment.CANCELLED).equals("true");
        switch (ConfigDeployment.annotation(latest, ConfigDeployment.PHASE)) {
            case "Complete" ->
                set(
                        status,
                        "Progressing",
                        "True",
                        "NewReplicationControllerAvailable",
                        name + " successfully rolled out");
            case "Failed" ->
                set(
                        status,
                        "Progressing",
                        "False",
                        cancelled ? "RolloutCancelled" : "ProgressDeadlineExceeded",
                        cancelled ? "rollout of " + name + " was cancelled" : name + " has failed progressing");
            case "Running" ->
                set(status, "Progressing", "True", "ReplicationControllerUpdated", name + " is progressing");
            case "Pending" ->
                set(
                        status,
                        "Progressing",
                        "Unknown",
                        "",
                        name + " is waiting for pod \"" + DeployerPod.name(latest) + "\" to run");
            default ->
                set(
                        status,
                        "Progressing",
                        "True",
                        "NewReplicationControllerCreated",
                        "Created new " + name + " for version " + ConfigDeployment.version(latest));
        }
    }

    private void set(ObjectNode status, String type, String holds, String reason, String message) {
        ObjectNode condition = Conditions.updated(type, holds, reason, message, time);
        if (reason.isEmpty()) {
            condition.remove("reason");
        }
        boolean same = Conditions.get(status, type)
                .filter(old -> Json.at(old, "message").equals(message))
                .isPresent();
        if (!same) {
            Conditions.replace(status, condition);
        }
    }
}
