package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;

/** Describes what pods are made from. */
public final class PodTemplateDescriber {
    private PodTemplateDescriber() {}

    public static String describe(JsonNode template) {
        Outline outline = Outline.kubernetes();
        JsonNode spec = template.path("spec");
        outline.map("Labels", template.path("metadata").path("labels"));
        if (!template.path("metadata").path("annotations").isEmpty()) {
            outline.map("Annotations", template.path("metadata").path("annotations"));
        }
        outline.optional("Service Account", spec.path("serviceAccountName").asText(""));
        PodContainers containers = new PodContainers(outline);
        containers.add("Init Containers", spec.path("initContainers"), template.path("status"));
        containers.add("Containers", spec.path("containers"), template.path("status"));
        new PodVolumes(outline).add(spec.path("volumes"));
        return "Pod Template:\n" + outline.toString().indent(2);
    }
}
