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
                            .map(entry -> entry.getKey() + "=" + entry.getValue())
                            .toList());
        }
    }

    /** Labels and annotations as Kubernetes' kinds show them. */
    static void kubernetes(JsonNode object, Outline outline) {
        outline.map("Labels", object.path("metadata").path("labels"));
        Map<String, String> annotations = Outline.sorted(object.path("metadata").path("annotations"));
        annotations.remove(LAST_APPLIED);
        if (annotations.isEmpty()) {
            outline.field("Annotations", "");
        }
        String front = "Annotations:";
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
