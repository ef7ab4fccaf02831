package dev.s2ioc.cluster.pod;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A pod's status in a word, as Kubernetes puts it together from those of its containers. */
final class PodState {
    private final JsonNode pod;
    private final List<JsonNode> init;
    private final List<JsonNode> containers;

    PodState(JsonNode pod) {
        this.pod = pod;
        this.init = statuses("initContainerStatuses");
        this.containers = statuses("containerStatuses");
    }

    private List<JsonNode> statuses(String field) {
        return pod.path("status").path(field).valueStream().toList();
    }

    String text() {
        String own = Json.at(pod, "status", "reason");
        String text = own.isEmpty() ? Json.at(pod, "status", "phase") : own;
        text = isInitializing() ? initializing() : running(text);
        boolean over = List.of("Succeeded", "Failed").contains(Json.at(pod, "status", "phase"));
        if (pod.path("metadata").has("deletionTimestamp") && !over) {
            return own.equals("NodeLost") ? "Unknown" : "Terminating";
        }
        return text;
    }

    /** How many containers are ready; none as long as the pod is being initialized. */
    long ready() {
        return isInitializing()
                ? 0
                : containers.stream().filter(PodState::isReady).count();
    }

    long restarts() {
        return restarted().stream()
                .mapToLong(status -> status.path("restartCount").asLong())
                .sum();
    }

    Optional<String> lastRestart() {
        return restarted().stream()
                .map(status -> Json.at(status, "lastState", "terminated", "finishedAt"))
                .filter(time -> !time.isEmpty())
                .max(Comparator.naturalOrder());
    }

    private List<JsonNode> restarted() {
        return isInitializing() ? init : containers;
    }

    static boolean holds(JsonNode pod, String condition) {
        return pod.path("status")
                .path("conditions")
                .valueStream()
                .anyMatch(each -> Json.at(each, "type").equals(condition)
                        && Json.at(each, "status").equals("True"));
    }

    private boolean isInitializing() {
        return !holds(pod, "Initialized") && init.stream().anyMatch(status -> !hasEndedWell(status));
    }

    private String initializing() {
        int done = 0;
        while (hasEndedWell(init.get(done))) {
            done++;
        }
        JsonNode state = init.get(done).path("state");
        String waits = Json.at(state, "waiting", "reason");
        if (state.has("terminated")) {
            return "Init:" + ended(state.path("terminated"));
        }
        if (!waits.isEmpty() && !waits.equals("PodInitializing")) {
            return "Init:" + waits;
        }
        return "Init:" + done + "/" + pod.path("spec").path("initContainers").size();
    }

    private String running(String otherwise) {
        String text = otherwise;
        // The first container has the last word.
        for (JsonNode status : containers.reversed()) {
            JsonNode state = status.path("state");
            String waits = Json.at(state, "waiting", "reason");
            if (!waits.isEmpty()) {
                text = waits;
            } else if (state.has("terminated")) {
                text = ended(state.path("terminated"));
            }
        }
        if (text.equals("Completed") && containers.stream().anyMatch(PodState::isReady)) {
            return holds(pod, "Ready") ? "Running" : "NotReady";
        }
        return text;
    }

    private static String ended(JsonNode terminated) {
        String reason = Json.at(terminated, "reason");
        if (!reason.isEmpty()) {
            return reason;
        }
        long signal = terminated.path("signal").asLong();
        return signal == 0 ? "ExitCode:" + terminated.path("exitCode").asLong() : "Signal:" + signal;
    }

    private static boolean hasEndedWell(JsonNode status) {
        JsonNode terminated = status.path("state").path("terminated");
        return !terminated.isMissingNode() && terminated.path("exitCode").asLong() == 0;
    }

    private static boolean isReady(JsonNode status) {
        return status.path("ready").asBoolean() && status.path("state").has("running");
    }
}
