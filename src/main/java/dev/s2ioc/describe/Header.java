package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** The lines about an object's metadata that its description opens with. */
final class Header {
    private static final int LONGEST_ANNOTATION = 140;
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private Header() {}

    /** As OpenShift's own kinds open. */
    static void openShift(JsonNode object, Viewpoint viewpoint, Outline outline) {
        JsonNode metadata = object.path("metadata");
        outline.field("Name", metadata.path("name").asText(""));
        outline.optional("Namespace", metadata.path("namespace").asText(""));
        if (metadata.hasNonNull("creationTimestamp")) {
            outline.field("Created", viewpoint.ago(metadata.path("creationTimestamp")));
        }
        outline.map("Labels", metadata.path("labels"));
        annotations(metadata.path("annotations"), outline);
    }

    /** The annotations, if there are any; a description among them goes first. */
    static void annotations(JsonNode annotations, Outline outline) {
        outline.optional("Description", annotations.path("description").asText(""));
        Map<String, String> sorted = Outline.sorted(annotations);
        sorted.remove("description");
        if (!sorted.isEmpty()) {
            outline.values(
                    "Annotations",
                    sorted.entrySet().stream()
                            .flatMap(entry -> (entry.getKey() + "=" + entry.getValue()).lines())
                            .toList());
        }
    }

    /** Name and namespace as Kubernetes' kinds show them. */
    static void name(JsonNode object, Outline outline) {
        outline.line("Name:", object.path("metadata").path("name").asText(""));
        outline.line("Namespace:", object.path("metadata").path("namespace").asText(""));
    }

    /** What has made an object and looks after it, if there is such. */
    static void controlledBy(JsonNode object, Outline outline) {
        for (JsonNode owner : object.path("metadata").path("ownerReferences")) {
            if (owner.path("controller").asBoolean()) {
                outline.line(
                        "Controlled By:",
                        owner.path("kind").asText() + "/" + owner.path("name").asText());
            }
        }
    }

    /** Labels and annotations as Kubernetes' kinds show them. */
    static void kubernetes(JsonNode object, Outline outline) {
        outline.map("Labels", object.path("metadata").path("labels"));
        kubernetesAnnotations("Annotations", object.path("metadata").path("annotations"), outline);
    }

    static void kubernetesAnnotations(String label, JsonNode map, Outline outline) {
        Map<String, String> annotations = Outline.sorted(map);
        annotations.remove(LAST_APPLIED);
        if (annotations.isEmpty()) {
            outline.field(label, "");
        }
        String front = label + ":";
        for (Map.Entry<String, String> annotation : annotations.entrySet()) {
            annotation(front, annotation.getKey(), annotation.getValue().replaceFirst("\n$", ""), outline);
            front = "";
        }
    }

    private static void annotation(String front, String key, String value, Outline outline) {
        if (key.length() + value.length() + 2 <= LONGEST_ANNOTATION && !value.contains("\n")) {
            outline.line(front, key + ": " + value);
            return;
        }
        outline.line(front, key + ":");
        for (String line : value.split("\n", -1)) {
            int length = LONGEST_ANNOTATION - 2;
            outline.line("", "  " + (line.length() > length ? line.substring(0, length) + "..." : line));
        }
    }
}
