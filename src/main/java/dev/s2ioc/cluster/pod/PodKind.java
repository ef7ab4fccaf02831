package dev.s2ioc.cluster.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.Column;
import dev.s2ioc.cluster.kind.DeleteOptions;
import dev.s2ioc.cluster.kind.Kind;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.kind.podspec.EphemeralRules;
import dev.s2ioc.cluster.kind.podspec.PodSpecDefaults;
import dev.s2ioc.cluster.kind.podspec.PodSpecRules;
import dev.s2ioc.cluster.store.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pods: containers that run together. What runs them is the {@link Kubelet}. */
public final class PodKind implements Kind {
    public static final Type TYPE =
            Type.namespaced("", "v1", "pods", "Pod", "po").inAll();

    private static final List<List<String>> FIELDS = List.of(
            List.of("spec", "nodeName"),
            List.of("spec", "restartPolicy"),
            List.of("spec", "schedulerName"),
            List.of("spec", "serviceAccountName"),
            List.of("spec", "hostNetwork"),
            List.of("status", "phase"),
            List.of("status", "podIP"),
            List.of("status", "nominatedNodeName"));

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public List<Column> columns() {
        return PodColumns.all();
    }

    @Override
    public boolean countsGenerations() {
        return true;
    }

    @Override
    public void prepareForCreate(Call call, ObjectNode pod) {
        pod.putObject("status").put("phase", "Pending").put("qosClass", PodQuality.of(pod.path("spec")));
    }

    @Override
    public void prepareForUpdate(Call call, ObjectNode old, ObjectNode pod) {
        pod.set("status", old.path("status").deepCopy());
        JsonNode added = old.path("spec").path(EphemeralContainers.FIELD);
        if (added.isMissingNode()) {
            Json.child(pod, "spec").remove(EphemeralContainers.FIELD);
        } else {
            Json.child(pod, "spec").set(EphemeralContainers.FIELD, added.deepCopy());
        }
    }

    @Override
    public void setDefaults(ObjectNode pod) {
        ObjectNode spec = Json.child(pod, "spec");
        PodSpecDefaults.set(spec);
        if (!spec.hasNonNull("enableServiceLinks")) {
            spec.put("enableServiceLinks", true);
        }
        if (!spec.hasNonNull("preemptionPolicy")) {
            spec.put("preemptionPolicy", "PreemptLowerPriority");
        }
        if (!spec.hasNonNull("priority")) {
            spec.put("priority", 0);
        }
    }

    @Override
    public void validate(ObjectNode pod, Causes causes) {
        PodSpecRules.validatePod(pod.path("spec"), causes);
    }

    @Override
    public void validateUpdate(ObjectNode old, ObjectNode pod, Causes causes) {
        PodUpdateRules.validate(old.path("spec"), pod.path("spec"), causes);
        EphemeralRules.validateUpdate(old.path("spec"), pod.path("spec"), causes);
    }

    /** Who has been found a place has processes that are to end first. */
    @Override
    public long grace(JsonNode pod, DeleteOptions options) {
        boolean over = List.of("Succeeded", "Failed").contains(Json.at(pod, "status", "phase"));
        if (over || Json.at(pod, "spec", "nodeName").isEmpty()) {
            return 0;
        }
        return options.grace()
                .orElse(pod.path("spec").path("terminationGracePeriodSeconds").asLong(30));
    }

    @Override
    public boolean isHeld(JsonNode pod) {
        JsonNode metadata = pod.path("metadata");
        return !metadata.path("finalizers").isEmpty()
                || metadata.path("deletionGracePeriodSeconds").asLong() > 0;
    }

    @Override
    public Map<String, String> fields(JsonNode pod) {
        return fieldsOf(pod);
    }

    /** What field selectors can ask for. */
    public static Map<String, String> fieldsOf(JsonNode pod) {
        Map<String, String> fields = new HashMap<>();
        FIELDS.forEach(path -> fields.put(String.join(".", path), Json.at(pod, path.toArray(String[]::new))));
        return fields;
    }
}
