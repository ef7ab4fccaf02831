package dev.s2ioc.cluster.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;

/** How far a container is, as its pod's status says it. Changed by the container's own thread, read by others. */
final class ContainerState {
    private final String name;
    private final ObjectNode status;

    /** One that has not begun. */
    ContainerState(JsonNode container, String reason) {
        this.name = Json.at(container, "name");
        this.status = Json.object().put("name", name);
        status.putObject("state").putObject("waiting").put("reason", reason);
        status.putObject("lastState");
        status.put("ready", false).put("restartCount", 0).put("image", Json.at(container, "image"));
        status.put("imageID", "").put("started", false);
    }

    /** One that an earlier kubelet has left. */
    ContainerState(ObjectNode status) {
        this.name = Json.at(status, "name");
        this.status = status.deepCopy();
    }

    String name() {
        return name;
    }

    synchronized ObjectNode json() {
        return status.deepCopy();
    }

    synchronized void wait(String reason, String message) {
        ObjectNode waiting = state().putObject("waiting").put("reason", reason);
        if (!message.isEmpty()) {
            waiting.put("message", message);
        }
        status.put("ready", false).put("started", false);
    }

    /** Keeps how it has ended as its last state, when it is to begin again. */
    synchronized void waitAgain(String reason, String message) {
        if (status.path("state").path("terminated").isObject()) {
            ObjectNode last = Json.object();
            last.set("terminated", status.path("state").get("terminated"));
            status.set("lastState", last);
        }
        wait(reason, message);
    }

    synchronized void run(String since, String id, String image, String imageId, boolean restarted) {
        if (status.path("state").path("terminated").isObject()) {
            waitAgain("ContainerCreating", "");
        }
        state().putObject("running").put("startedAt", since);
        status.put("containerID", id).put("image", image).put("imageID", imageId);
        count(restarted);
    }

    synchronized void count(boolean restarted) {
        if (restarted) {
            status.put("restartCount", restarts() + 1);
        }
    }

    synchronized void end(int code, String reason, String message, String since, String now) {
        ObjectNode ended = Json.object().put("exitCode", code).put("reason", reason);
        if (!message.isEmpty()) {
            ended.put("message", message);
        }
        ended.put("startedAt", since).put("finishedAt", now);
        if (status.has("containerID")) {
            ended.set("containerID", status.get("containerID"));
        }
        state().set("terminated", ended);
        status.put("ready", false).put("started", false);
    }

    synchronized void lose() {
        state().putObject("terminated")
                .put("exitCode", 137)
                .put("reason", "ContainerStatusUnknown")
                .put("message", "The container could not be located when the pod was terminated")
                .putNull("startedAt")
                .putNull("finishedAt");
        status.put("ready", false).put("started", false);
    }

    private ObjectNode state() {
        return status.putObject("state");
    }

    synchronized void probe(boolean started, boolean ready) {
        if (isRunning()) {
            status.put("started", started).put("ready", ready);
        }
    }

    /** For one of the first containers: it has done its work. */
    synchronized void markReady() {
        status.put("ready", true);
    }

    synchronized boolean isRunning() {
        return status.path("state").path("running").isObject();
    }

    synchronized boolean isWaiting() {
        return status.path("state").path("waiting").isObject();
    }

    synchronized boolean hasEnded() {
        return status.path("state").path("terminated").isObject();
    }

    synchronized boolean hasEndedWell() {
        return hasEnded()
                && status.path("state").path("terminated").path("exitCode").asInt(-1) == 0;
    }

    synchronized boolean isReady() {
        return status.path("ready").asBoolean();
    }

    synchronized boolean isStarted() {
        return status.path("started").asBoolean();
    }

    synchronized boolean hasEndedBefore() {
        return status.path("lastState").path("terminated").isObject();
    }

    synchronized int restarts() {
        return status.path("restartCount").asInt();
    }

    synchronized String since() {
        return Json.at(status, "state", "running", "startedAt");
    }

    synchronized String waitsFor() {
        return Json.at(status, "state", "waiting", "reason");
    }
}
