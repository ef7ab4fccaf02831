package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the metadata of any object must and must not say, its name excepted. */
final class MetadataRules {
    private static final int ANNOTATIONS_LIMIT = 256 * 1024;

    private MetadataRules() {}

    static void validate(JsonNode metadata, Causes causes) {
        Labels.validate(metadata, causes);
        int size = metadata.path("annotations")
                .propertyStream()
                .mapToInt(each -> bytes(each.getKey()) + bytes(each.getValue().asText()))
                .sum();
        if (size > ANNOTATIONS_LIMIT) {
            causes.tooLong("metadata.annotations", ANNOTATIONS_LIMIT);
        }
        validateOwners(metadata.path("ownerReferences"), causes);
        for (JsonNode finalizer : metadata.path("finalizers")) {
            Labels.keyFault(finalizer.asText())
                    .ifPresent(fault -> causes.invalid("metadata.finalizers", finalizer, fault));
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void validateOwners(JsonNode owners, Causes causes) {
        String controller = "";
        int i = 0;
        for (JsonNode owner : owners) {
            String field = "metadata.ownerReferences[" + i++ + "].";
            for (String needed : List.of("apiVersion", "kind", "name", "uid")) {
                if (Json.at(owner, needed).isEmpty()) {
                    causes.invalid(field + needed, "", "must not be empty");
                }
            }
            if (owner.path("controller").asBoolean()) {
                if (!controller.isEmpty()) {
                    causes.invalid(
                            "metadata.ownerReferences",
                            owners,
                            "Only one reference can have Controller set to true. Found \"true\" in references for "
                                    + controller + " and " + Json.at(owner, "name"));
                }
                controller = Json.at(owner, "name");
            }
        }
    }

    /** Whoever is being deleted gets no new reason to stay. */
    static void validateUpdate(JsonNode old, JsonNode metadata, Causes causes) {
        if (!old.has("deletionTimestamp")) {
            return;
        }
        List<String> before =
                old.path("finalizers").valueStream().map(JsonNode::asText).toList();
        List<String> added = metadata.path("finalizers")
                .valueStream()
                .map(JsonNode::asText)
                .filter(finalizer -> !before.contains(finalizer))
                .map(finalizer -> '"' + finalizer + '"')
                .toList();
        if (!added.isEmpty()) {
            causes.forbidden(
                    "metadata.finalizers",
                    "no new finalizers can be added if the object is being deleted, found new finalizers []string{"
                            + String.join(", ", added) + "}");
        }
    }
}
