package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;

/** The status of a deployer that this cluster is itself, in the words of pods. */
record DeployerStatus(JsonNode pod, String time) {

    ObjectNode running() {
        ObjectNode status = begun("Running", true, "");
        ObjectNode container = container(status, true);
        container.putObject("state").putObject("running").put("startedAt", time);
        return status;
    }

    /** @param message why not; empty when it has ended well */
    ObjectNode ended(String message) {
        boolean well = message.isEmpty();
        ObjectNode status = begun(well ? "Succeeded" : "Failed", false, well ? "PodCompleted" : "PodFailed");
        ObjectNode container = container(status, false);
        ObjectNode terminated = container
                .putObject("state")
                .putObject("terminated")
                .put("exitCode", well ? 0 : 1)
                .put("reason", well ? "Completed" : "Error");
        if (!well) {
            terminated.put("message", message);
        }
        terminated.put("startedAt", startTime()).put("finishedAt", time);
        return status;
    }

    /** As the node ends what takes too long. */
    ObjectNode late() {
        return ended("Pod was active on the node longer than the specified deadline")
                .put("reason", "DeadlineExceeded")
                .put("message", "Pod was active on the node longer than the specified deadline");
    }

    private String startTime() {
        String started = Json.at(pod, "status", "startTime");
        return started.isEmpty() ? time : started;
    }

    private ObjectNode begun(String phase, boolean ready, String reason) {
        ObjectNode status = Json.object().put("phase", phase);
        ArrayNode conditions = status.putArray("conditions");
        condition(conditions, "Initialized", true, startTime(), ready ? "" : reason);
        condition(conditions, "Ready", ready, time, reason);
        condition(conditions, "ContainersReady", ready, time, reason);
        condition(conditions, "PodScheduled", true, startTime(), "");
        status.put("startTime", startTime());
        return status.put("qosClass", Json.at(pod, "status", "qosClass"));
    }

    private static void condition(ArrayNode conditions, String type, boolean holds, String since, String reason) {
        ObjectNode condition = conditions.addObject().put("type", type).put("status", holds ? "True" : "False");
        condition.putNull("lastProbeTime").put("lastTransitionTime", since);
        if (!reason.isEmpty()) {
            condition.put("reason", reason);
        }
    }

    private static ObjectNode container(ObjectNode status, boolean ready) {
        ObjectNode container = status.putArray("containerStatuses").addObject().put("name", DeployerPod.CONTAINER);
        container.put("image", DeployerPod.IMAGE).put("imageID", "").putObject("lastState");
        return container.put("ready", ready).put("started", ready).put("restartCount", 0);
    }
}
