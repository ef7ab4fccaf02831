package dev.s2ioc.cluster.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.build.Phase;
import dev.s2ioc.cluster.pod.Node;
import dev.s2ioc.cluster.store.Json;
import java.util.List;

/** How far the pod of a build is, as far as the build's own status tells. */
final class BuildPodStatus {

    private final JsonNode build;
    private final BuildContainers containers;
    private final Phase phase;
    private final String start;
    private final String end;
    /** The container that works, or that has ended last. */
    private final int last;

    BuildPodStatus(JsonNode build, BuildContainers containers) {
        this.build = build;
        this.containers = containers;
        this.phase = Phase.of(build);
        this.start = Json.at(build, "status", "startTimestamp");
        this.end = Json.at(build, "status", "completionTimestamp");
        this.last = containers.all().indexOf(containers.last(build));
    }

    ObjectNode json() {
        ObjectNode status = Json.object().put("phase", podPhase());
        status.set("conditions", conditions());
        status.put("hostIP", Node.ADDRESS).putArray("hostIPs").addObject().put("ip", Node.ADDRESS);
        status.put("podIP", Node.ADDRESS).putArray("podIPs").addObject().put("ip", Node.ADDRESS);
        status.put("startTime", start);
        List<String> all = containers.all();
        for (int i = 0; i < all.size(); i++) {
            boolean main = i == all.size() - 1;
            Json.items(status, main ? "containerStatuses" : "initContainerStatuses")
                    .add(container(all.get(i), i, main));
        }
        boolean modest = build.path("spec").path("resources").isEmpty();
        return status.put("qosClass", modest ? "BestEffort" : "Burstable");
    }

    private String podPhase() {
        return switch (phase) {
            case New, Pending -> "Pending";
            case Running -> "Running";
            case Complete -> "Succeeded";
            case Failed, Error, Cancelled -> "Failed";
        };
    }

    private ObjectNode container(String name, int index, boolean main) {
        boolean working = phase == Phase.Running && index == last;
        boolean done = isDone(index);
        ObjectNode status = Json.object().put("name", name);
        ObjectNode state = status.putObject("state");
        if (working) {
            state.putObject("running").put("startedAt", start);
        } else if (done || phase.isTerminal() && index == last) {
            state.set("terminated", terminated(index, done));
        } else {
            state.putObject("waiting").put("reason", "PodInitializing");
        }
        status.putObject("lastState");
        status.put("ready", main ? working : done).put("restartCount", 0);
        status.put("image", BuildPod.IMAGE).put("imageID", "");
        return status.put("started", working);
    }

    /** The earlier containers have ended well when the last one works. */
    private boolean isDone(int index) {
        return phase != Phase.Pending && index < last || phase == Phase.Complete;
    }

    private ObjectNode terminated(int index, boolean well) {
        ObjectNode terminated = Json.object().put("exitCode", well ? 0 : 1).put("reason", well ? "Completed" : "Error");
        String snippet = Json.at(build, "status", "logSnippet");
        if (!well && !snippet.isEmpty()) {
            terminated.put("message", snippet);
        }
        return terminated.put("startedAt", start).put("finishedAt", index == last ? end : start);
    }

    private ArrayNode conditions() {
        ArrayNode conditions = Json.array();
        boolean runs = phase == Phase.Running;
        String since = phase.isTerminal() ? end : start;
        condition(conditions, "PodReadyToStartContainers", runs, since, "", "");
        initialized(conditions);
        for (String type : List.of("Ready", "ContainersReady")) {
            switch (phase) {
                case Running -> condition(conditions, type, true, since, "", "");
                case Complete -> condition(conditions, type, false, since, "PodCompleted", "");
                case Failed, Error, Cancelled -> condition(conditions, type, false, since, "PodFailed", "");
                case New, Pending ->
                    condition(
                            conditions,
                            type,
                            false,
                            since,
                            "ContainersNotReady",
                            "containers with unready status: [" + containers.main() + "]");
            }
        }
        condition(conditions, "PodScheduled", true, start, "", "");
        return conditions;
    }

    private void initialized(ArrayNode conditions) {
        List<String> left = containers.init().stream()
                .filter(name -> !isDone(containers.init().indexOf(name)))
                .toList();
        if (left.isEmpty()) {
            condition(conditions, "Initialized", true, start, phase == Phase.Complete ? "PodCompleted" : "", "");
        } else {
            String message = "containers with incomplete status: [" + String.join(" ", left) + "]";
            condition(conditions, "Initialized", false, start, "ContainersNotInitialized", message);
        }
    }

    private static void condition(
            ArrayNode conditions, String type, boolean holds, String since, String reason, String message) {
        ObjectNode condition = conditions.addObject().put("type", type).put("status", holds ? "True" : "False");
        condition.putNull("lastProbeTime").put("lastTransitionTime", since);
        if (!reason.isEmpty()) {
            condition.put("reason", reason);
        }
        if (!message.isEmpty()) {
            condition.put("message", message);
        }
    }
}
