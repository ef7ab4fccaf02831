package dev.s2ioc.cluster.pod;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.Age;
import dev.s2ioc.cluster.kind.Column;
import dev.s2ioc.cluster.store.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The columns of pods. */
public final class PodColumns {
    private static final String NONE = "<none>";

    private PodColumns() {}

    public static List<Column> all() {
        return List.of(
                Column.objectName(),
                Column.text("Ready", "How many of the containers are ready.", (pod, now) -> ready(pod)),
                Column.text("Status", "What the containers do, in a word.", (pod, now) -> new PodState(pod).text()),
                Column.text(
                        "Restarts",
                        "How often containers were started again, and when that was.",
                        PodColumns::restarts),
                Column.age(),
                Column.text("IP", "The pod's address.", (pod, now) -> orNone(address(pod)))
                        .wide(),
                Column.text("Node", "Where the pod runs.", (pod, now) -> orNone(Json.at(pod, "spec", "nodeName")))
                        .wide(),
                Column.text(
                                "Nominated Node",
                                "Where room is being made for the pod.",
                                (pod, now) -> orNone(Json.at(pod, "status", "nominatedNodeName")))
                        .wide(),
                Column.text("Readiness Gates", "How many of the further conditions hold.", (pod, now) -> gates(pod))
                        .wide());
    }

    private static String orNone(String text) {
        return text.isEmpty() ? NONE : text;
    }

    private static String ready(JsonNode pod) {
        return new PodState(pod).ready() + "/"
                + pod.path("spec").path("containers").size();
    }

    private static String restarts(JsonNode pod, Instant now) {
        PodState state = new PodState(pod);
        Optional<String> last = state.lastRestart();
        return state.restarts()
                + last.map(time -> " (" + Age.of(Json.object().textNode(time), now) + " ago)")
                        .orElse("");
    }

    private static String address(JsonNode pod) {
        JsonNode addresses = pod.path("status").path("podIPs");
        return addresses.isEmpty() ? Json.at(pod, "status", "podIP") : Json.at(addresses.get(0), "ip");
    }

    private static String gates(JsonNode pod) {
        JsonNode gates = pod.path("spec").path("readinessGates");
        if (gates.isEmpty()) {
            return NONE;
        }
        long holding = gates.valueStream()
                .filter(gate -> PodState.holds(pod, Json.at(gate, "conditionType")))
                .count();
        return holding + "/" + gates.size();
    }
}
