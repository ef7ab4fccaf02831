package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the objects of an application bear, so that they are found again: its labels, and who made them. */
final class AppMarks {
    private static final String APP = "app";

    private AppMarks() {}

    /**
     * The labels for all objects.
     *
     * @param objects a template may have its own label for the application, which is then the only one
     */
    static Map<String, String> labels(String application, Map<String, String> wanted, List<PlannedObject> objects) {
        Map<String, String> labels = new LinkedHashMap<>();
        boolean labelled = objects.stream()
                .anyMatch(
                        object -> object.body().path("metadata").path("labels").has(APP));
        if (!labelled) {
            labels.put(APP, application);
            labels.put("app.kubernetes.io/component", application);
            labels.put("app.kubernetes.io/instance", application);
        }
        labels.putAll(wanted);
        return labels;
    }

    static void set(PlannedObject object, Map<String, String> labels) {
        ObjectNode metadata = object.body().withObject("/metadata");
        ObjectNode all = object(metadata.remove("labels"));
        ObjectNode annotations = object(metadata.remove("annotations"));
        labels.forEach(all::put);
        annotations.put("openshift.io/generated-by", Purpose.NEW_APP.generatedBy());
        if (!all.isEmpty()) {
            metadata.set("labels", all);
        }
        metadata.set("annotations", annotations);
    }

    private static ObjectNode object(JsonNode node) {
        return node instanceof ObjectNode object ? object : Json.object();
    }
}
