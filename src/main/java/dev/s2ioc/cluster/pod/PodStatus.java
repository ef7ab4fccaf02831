package dev.s2ioc.cluster.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Puts the states of a pod's containers together to the status of the pod. */
final class PodStatus {
    final List<ContainerState> init = new ArrayList<>();
    final List<ContainerState> main = new ArrayList<>();
    /** Those that came later, and count for nothing. */
    final List<ContainerState> added = new CopyOnWriteArrayList<>();

    private final JsonNode spec;
    private volatile String address = "";
    private volatile String failure = "";
    private volatile String failureMessage = "";

    PodStatus(JsonNode pod) {
        this.spec = pod.path("spec");
        boolean first = !spec.path("initContainers").isEmpty();
        fill(init, spec.path("initContainers"), pod.path("status").path("initContainerStatuses"), "PodInitializing");
        fill(
                main,
                spec.path("containers"),
                pod.path("status").path("containerStatuses"),
                first ? "PodInitializing" : "ContainerCreating");
        pod.path("status")
                .path("ephemeralContainerStatuses")
                .forEach(each -> added.add(new ContainerState((ObjectNode) each)));
    }

    private static void fill(List<ContainerState> states, JsonNode containers, JsonNode before, String reason) {
        for (JsonNode container : containers) {
            states.add(before.valueStream()
                    .filter(each -> Json.at(each, "name").equals(Json.at(container, "name")))
                    .findFirst()
                    .map(each -> new ContainerState((ObjectNode) each))
                    .orElseGet(() -> new ContainerState(container, reason)));
        }
    }

    ContainerState of(String container) {
        return all().stream()
                .filter(state -> state.name().equals(container))
                .findFirst()
                .orElseThrow();
    }

    List<ContainerState> all() {
        List<ContainerState> all = new ArrayList<>(init);
        all.addAll(main);
        return all;
    }

    void at(String newAddress) {
        address = newAddress;
    }

    /** From here on the pod has failed, whatever its containers say. */
    void fail(String reason, String message) {
        failure = reason;
        failureMessage = message;
    }

    /** The containers that have not come to run will not any more. */
    void lose() {
        all().stream().filter(ContainerState::isWaiting).forEach(ContainerState::lose);
    }

    boolean isInitialized() {
        for (int i = 0; i < init.size(); i++) {
            boolean sidecar = isSidecar(spec.path("initContainers").get(i));
            if (sidecar
                    ? !init.get(i).isStarted() && !init.get(i).hasEnded()
                    : !init.get(i).hasEndedWell()) {
                return false;
            }
        }
        return true;
    }

    static boolean isSidecar(JsonNode container) {
        return Json.at(container, "restartPolicy").equals("Always");
    }

    String phase() {
        if (!failure.isEmpty()) {
            return main.stream().anyMatch(ContainerState::isRunning) ? "Running" : "Failed";
        }
        String policy = Json.at(spec, "restartPolicy");
        if (!isInitialized() && main.stream().noneMatch(state -> state.isRunning() || state.hasEnded())) {
            boolean failed = init.stream().anyMatch(state -> state.hasEnded() && !state.hasEndedWell());
            return failed && policy.equals("Never") ? "Failed" : "Pending";
        }
        if (main.stream().anyMatch(state -> state.isWaiting() && !state.hasEndedBefore())) {
            return "Pending";
        }
        if (main.stream().anyMatch(state -> state.isRunning() || state.isWaiting()) || policy.equals("Always")) {
            return "Running";
        }
        if (main.stream().allMatch(ContainerState::hasEndedWell)) {
            return "Succeeded";
        }
        return policy.equals("Never") ? "Failed" : "Running";
    }

    /** Writes it into a pod as it is stored; times of what has not changed stay. */
    void writeInto(ObjectNode pod, String now) {
        ObjectNode status = Json.child(pod, "status");
        String phase = phase();
        status.put("phase", phase);
        if (!failure.isEmpty()) {
            status.put("reason", failure).put("message", failureMessage);
        }
        ArrayNode before = Json.items(status, "conditions").deepCopy();
        ArrayNode conditions = status.putArray("conditions");
        new PodConditions(conditions, before, now).write(this, phase, !address.isEmpty());
        status.put("hostIP", Node.ADDRESS).putArray("hostIPs").addObject().put("ip", Node.ADDRESS);
        if (!address.isEmpty()) {
            status.put("podIP", address).putArray("podIPs").addObject().put("ip", address);
        }
        if (!status.has("startTime")) {
            status.put("startTime", now);
        }
        if (!init.isEmpty()) {
            ArrayNode list = status.putArray("initContainerStatuses");
            init.forEach(state -> list.add(state.json()));
        }
        ArrayNode list = status.putArray("containerStatuses");
        main.forEach(state -> list.add(state.json()));
        if (!added.isEmpty()) {
            ArrayNode more = status.putArray("ephemeralContainerStatuses");
            added.forEach(state -> more.add(state.json()));
        }
    }

    /** Whether the pod says of itself that it is ready, beyond its containers. */
    Optional<String> missingGate(ArrayNode conditions) {
        return spec.path("readinessGates")
                .valueStream()
                .map(gate -> Json.at(gate, "conditionType"))
                .filter(gate -> conditions
                        .valueStream()
                        .noneMatch(each -> Json.at(each, "type").equals(gate)
                                && Json.at(each, "status").equals("True")))
                .findFirst();
    }
}
