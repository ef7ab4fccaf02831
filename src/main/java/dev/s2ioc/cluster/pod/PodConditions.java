package dev.s2ioc.cluster.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The conditions of a pod: what holds of it, and since when. */
record PodConditions(ArrayNode conditions, ArrayNode before, String now) {
    private static final Set<String> OURS =
            Set.of("PodReadyToStartContainers", "Initialized", "Ready", "ContainersReady", "PodScheduled");

    /** Those of others stay. */
    void write(PodStatus status, String phase, boolean open) {
        boolean over = phase.equals("Succeeded") || phase.equals("Failed");
        put("PodReadyToStartContainers", open && !over, "", "");
        List<String> left = names(status.init, state -> !state.hasEndedWell() && !state.isStarted());
        if (status.isInitialized()) {
            put("Initialized", true, phase.equals("Succeeded") ? "PodCompleted" : "", "");
        } else {
            String message = "containers with incomplete status: [" + String.join(" ", left) + "]";
            put("Initialized", false, "ContainersNotInitialized", message);
        }
        List<String> unready = names(status.main, state -> !state.isReady());
        String reason = switch (phase) {
            case "Succeeded" -> "PodCompleted";
            case "Failed" -> "PodFailed";
            default -> unready.isEmpty() ? "" : "ContainersNotReady";
        };
        String message = reason.equals("ContainersNotReady")
                ? "containers with unready status: [" + String.join(" ", unready) + "]"
                : "";
        Optional<String> gate = status.missingGate(before);
        if (reason.isEmpty() && gate.isPresent()) {
            put(
                    "Ready",
                    false,
                    "ReadinessGatesNotReady",
                    "corresponding condition of pod readiness gate \"" + gate.get() + "\" does not exist.");
        } else {
            put("Ready", reason.isEmpty(), reason, message);
        }
        put("ContainersReady", reason.isEmpty(), reason, message);
        put("PodScheduled", true, "", "");
        before.valueStream()
                .filter(each -> !OURS.contains(Json.at(each, "type")))
                .forEach(conditions::add);
    }

    private static List<String> names(List<ContainerState> states, java.util.function.Predicate<ContainerState> which) {
        return states.stream().filter(which).map(ContainerState::name).collect(Collectors.toList());
    }

    void put(String type, boolean holds, String reason, String message) {
        String value = holds ? "True" : "False";
        String since = before.valueStream()
                .filter(each -> Json.at(each, "type").equals(type)
                        && Json.at(each, "status").equals(value))
                .map((JsonNode each) -> Json.at(each, "lastTransitionTime"))
                .findFirst()
                .orElse(now);
        ObjectNode condition = conditions.addObject().put("type", type).put("status", value);
        condition.putNull("lastProbeTime").put("lastTransitionTime", since);
        if (!reason.isEmpty()) {
            condition.put("reason", reason);
        }
        if (!message.isEmpty()) {
            condition.put("message", message);
        }
    }
}
