package dev.s2ioc.command.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.command.CommandFailure;

/**
 * How far a rollout has come.
 *
 * @param done nothing more will happen by itself
 */
record Progress(String message, boolean done) {

    /**
     * @param revision the one that must be running; 0 for any
     * @throws CommandFailure if it has failed, or is of another revision
     */
    static Progress of(JsonNode object, long revision) {
        return switch (object.path("kind").asText("")) {
            case "Deployment" -> ofDeployment(object, revision);
            case "DaemonSet" -> ofDaemonSet(object);
            case "StatefulSet" -> ofStatefulSet(object);
            case "DeploymentConfig" -> ofConfig(object, revision);
            default ->
                throw new CommandFailure("no status viewer has been implemented for "
                        + object.path("kind").asText() + ": it has no rollouts");
        };
    }

    private static Progress ofDeployment(JsonNode deployment, long revision) {
        String name = name(deployment);
        long running = deployment
                .path("metadata")
                .path("annotations")
                .path(History.REVISION)
                .asLong(0);
        requireRevision(revision, running);
        if (!isObserved(deployment)) {
            return waiting("Waiting for deployment spec update to be observed...");
        }
        if (condition(deployment).path("reason").asText("").equals("ProgressDeadlineExceeded")) {
            throw new CommandFailure("deployment \"" + name + "\" exceeded its progress deadline");
        }
        return ofReplicas(
                "Waiting for deployment \"" + name + "\" rollout to finish: ",
                number(deployment, "/spec/replicas", 1),
                deployment,
                "deployment \"" + name + "\" successfully rolled out");
    }

    private static Progress ofReplicas(String start, long wanted, JsonNode object, String end) {
        long updated = number(object, "/status/updatedReplicas", 0);
        long there = number(object, "/status/replicas", 0);
        long available = number(object, "/status/availableReplicas", 0);
        if (updated < wanted) {
            return waiting(start + updated + " out of " + wanted + " new replicas have been updated...");
        }
        if (there > updated) {
            return waiting(start + (there - updated) + " old replicas are pending termination...");
        }
        if (available < updated) {
            return waiting(start + available + " of " + updated + " updated replicas are available...");
        }
        return new Progress(end, true);
    }

    private static Progress ofDaemonSet(JsonNode set) {
        requireRolling(set);
        if (!isObserved(set)) {
            return waiting("Waiting for daemon set spec update to be observed...");
        }
        String start = "Waiting for daemon set \"" + name(set) + "\" rollout to finish: ";
        long wanted = number(set, "/status/desiredNumberScheduled", 0);
        long updated = number(set, "/status/updatedNumberScheduled", 0);
        long available = number(set, "/status/numberAvailable", 0);
        if (updated < wanted) {
            return waiting(start + updated + " out of " + wanted + " new pods have been updated...");
        }
        if (available < wanted) {
            return waiting(start + available + " of " + wanted + " updated pods are available...");
        }
        return new Progress("daemon set \"" + name(set) + "\" successfully rolled out", true);
    }

    private static Progress ofStatefulSet(JsonNode set) {
        requireRolling(set);
        if (number(set, "/status/observedGeneration", 0) == 0 || !isObserved(set)) {
            return waiting("Waiting for statefulset spec update to be observed...");
        }
        long wanted = number(set, "/spec/replicas", 1);
        long ready = number(set, "/status/readyReplicas", 0);
        long updated = number(set, "/status/updatedReplicas", 0);
        if (ready < wanted) {
            return waiting("Waiting for " + (wanted - ready) + " pods to be ready...");
        }
        if (set.at("/spec/updateStrategy/rollingUpdate").isObject()) {
            long first = number(set, "/spec/updateStrategy/rollingUpdate/partition", 0);
            return updated < wanted - first
                    ? waiting("Waiting for partitioned roll out to finish: " + updated + " out of " + (wanted - first)
                            + " new pods have been updated...")
                    : new Progress(
                            "partitioned roll out complete: " + updated + " new pods have been updated...", true);
        }
        String revision = set.at("/status/updateRevision").asText("");
        String current = set.at("/status/currentRevision").asText("");
        return revision.equals(current)
                ? new Progress(
                        "statefulset rolling update complete " + number(set, "/status/currentReplicas", 0)
                                + " pods at revision " + current + "...",
                        true)
                : waiting("waiting for statefulset rolling update to complete " + updated + " pods at revision "
                        + revision + "...");
    }

    private static Progress ofConfig(JsonNode config, long revision) {
        String name = name(config);
        long latest = number(config, "/status/latestVersion", 0);
        JsonNode triggers = config.at("/spec/triggers");
        if (latest == 0 && triggers.findValuesAsText("type").contains("ImageChange")) {
            return waiting("Deployment config \"" + name + "\" waiting on image update");
        }
        if (latest == 0 && triggers.isEmpty()) {
            throw new CommandFailure("Deployment config \"" + name
                    + "\" waiting on manual update (use 's2ioc rollout latest " + name + "')");
        }
        requireRevision(revision, latest);
        if (!isObserved(config)) {
            return waiting("Waiting for latest deployment config spec to be observed by the controller loop...");
        }
        JsonNode condition = condition(config);
        String message = condition.path("message").asText("");
        return switch (condition.path("reason").asText("")) {
            case "NewReplicationControllerAvailable" -> new Progress(message, true);
            case "ProgressDeadlineExceeded", "RolloutCancelled" -> throw new CommandFailure(message);
            case "DeploymentConfigPaused" ->
                throw new CommandFailure("Deployment config \"" + name
                        + "\" is paused. Resume to continue watching the status of the rollout.");
            default -> {
                Progress replicas =
                        ofReplicas("Waiting for rollout to finish: ", number(config, "/spec/replicas", 1), config, "");
                yield replicas.done()
                        ? waiting("Waiting for latest deployment config spec to be observed by the controller loop...")
                        : replicas;
            }
        };
    }

    private static Progress waiting(String message) {
        return new Progress(message, false);
    }

    private static void requireRevision(long wanted, long running) {
        if (wanted > 0 && wanted != running) {
            throw new CommandFailure(
                    "desired revision (" + wanted + ") is different from the running revision (" + running + ")");
        }
    }

    private static void requireRolling(JsonNode set) {
        if (!set.at("/spec/updateStrategy/type").asText("").equals("RollingUpdate")) {
            throw new CommandFailure("rollout status is only available for RollingUpdate strategy type");
        }
    }

    private static boolean isObserved(JsonNode object) {
        return number(object, "/metadata/generation", 0) <= number(object, "/status/observedGeneration", 0);
    }

    private static JsonNode condition(JsonNode object) {
        for (JsonNode condition : object.at("/status/conditions")) {
            if (condition.path("type").asText().equals("Progressing")) {
                return condition;
            }
        }
        return object.path("");
    }

    private static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    private static long number(JsonNode object, String path, long otherwise) {
        return object.at(path).asLong(otherwise);
    }
}
