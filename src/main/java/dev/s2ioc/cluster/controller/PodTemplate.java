package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.kind.podspec.PodSpecDefaults;
import dev.s2ioc.cluster.kind.podspec.PodSpecRules;
import dev.s2ioc.cluster.store.Json;
import java.util.List;

/** The pods that a workload wants: what its template says, and the pods made from it. */
final class PodTemplate {
    static final String FIELD = "spec.template";

    private PodTemplate() {}

    static ObjectNode in(ObjectNode workload) {
        return Json.child(Json.child(workload, "spec"), "template");
    }

    /** As written by Go: the metadata says that it has no time of creation. */
    static void setDefaults(ObjectNode template) {
        ObjectNode metadata = Json.child(template, "metadata");
        if (!metadata.has("creationTimestamp")) {
            metadata.putNull("creationTimestamp");
        }
        PodSpecDefaults.set(Json.child(template, "spec"));
    }

    /** @param restarts the restart policies that such pods can have */
    static void validate(JsonNode template, String field, List<String> restarts, Causes causes) {
        validate(template, field, causes);
        String policy = Json.at(template, "spec", "restartPolicy");
        if (!restarts.contains(policy)) {
            causes.notSupported(field + ".spec.restartPolicy", policy, restarts);
        }
        if (restarts.equals(List.of("Always")) && template.path("spec").hasNonNull("activeDeadlineSeconds")) {
            causes.forbidden(
                    field + ".spec.activeDeadlineSeconds",
                    "activeDeadlineSeconds is not supported for pods that run forever");
        }
    }

    static void validate(JsonNode template, String field, Causes causes) {
        PodSpecRules.validate(withImages(template.path("spec")), field + ".spec", causes);
    }

    /** A template need not say which image, for a trigger may do that later; its pods must. */
    private static JsonNode withImages(JsonNode spec) {
        JsonNode filled = spec.deepCopy();
        for (String list : List.of("initContainers", "containers")) {
            for (JsonNode container : filled.path(list)) {
                if (container instanceof ObjectNode object
                        && Json.at(object, "image").isBlank()) {
                    object.put("image", "later");
                }
            }
        }
        return filled;
    }

    /** The template's pods must be those that are counted. */
    static void validateLabels(JsonNode workload, Causes causes) {
        JsonNode labels =
                workload.path("spec").path("template").path("metadata").path("labels");
        if (!Selector.of(workload).matches(labels)) {
            causes.invalid(
                    FIELD + ".metadata.labels",
                    labels.isMissingNode() ? null : labels,
                    "`selector` does not match template `labels`");
        }
    }

    /** A pod of the workload, still without a name. */
    static ObjectNode pod(Type type, JsonNode owner, JsonNode template) {
        ObjectNode pod = Json.object();
        ObjectNode metadata = pod.putObject("metadata");
        for (String field : List.of("labels", "annotations", "finalizers")) {
            if (template.path("metadata").hasNonNull(field)) {
                metadata.set(field, template.path("metadata").path(field).deepCopy());
            }
        }
        Owner.set(pod, type, owner);
        pod.set("spec", template.path("spec").deepCopy());
        return pod;
    }
}
