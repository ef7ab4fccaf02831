package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Describes what pods are made from. */
public final class PodTemplateDescriber {
    private PodTemplateDescriber() {}

    public static String describe(JsonNode template) {
        Outline outline = Outline.kubernetes();
        add(template, outline);
        return outline.toString();
    }

    static void add(JsonNode template, Outline outline) {
        outline.line("Pod Template:");
        JsonNode metadata = template.path("metadata");
        JsonNode spec = template.path("spec");
        outline.map("  Labels", metadata.path("labels"));
        if (!metadata.path("annotations").isEmpty()) {
            Header.kubernetesAnnotations("  Annotations", metadata.path("annotations"), outline);
        }
        outline.optional("  Service Account", spec.path("serviceAccountName").asText(""));
        JsonNode noStatuses = MissingNode.getInstance();
        PodContainers containers = PodContainers.inTemplate(outline);
        containers.add("Init Containers", spec.path("initContainers"), noStatuses);
        containers.add("Containers", spec.path("containers"), noStatuses);
        PodVolumes.inTemplate(outline).add(spec.path("volumes"));
        outline.optional("  Priority Class Name", spec.path("priorityClassName").asText(""));
        outline.map("  Node-Selectors", spec.path("nodeSelector"));
        outline.values("  Tolerations", PodDescriber.tolerations(spec.path("tolerations")));
    }
}
