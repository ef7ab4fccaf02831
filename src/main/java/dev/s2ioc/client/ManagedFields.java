package dev.s2ioc.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** An object's note of who has set which of its fields, as far as those who apply have to care for it. */
public final class ManagedFields {
    private static final String SET = "Update";
    private static final String APPLIED = "Apply";

    private ManagedFields() {}

    /** Whether somebody has applied, on the server's side, the annotation that tells what was last applied. */
    public static boolean isNoteApplied(JsonNode object) {
        return fields(object)
                .valueStream()
                .anyMatch(entry -> entry.path("operation").asText().equals(APPLIED) && holdsNote(entry));
    }

    /**
     * The patch after which a manager owns what was applied on the client's side so far, if there is any such thing.
     * Otherwise nobody could remove those fields by applying on the server's side. It holds for this version of the
     * object only.
     */
    public static Optional<ArrayNode> migration(JsonNode object, String manager) {
        List<String> before = fields(object)
                .valueStream()
                .filter(entry -> entry.path("operation").asText().equals(SET) && holdsNote(entry))
                .map(entry -> entry.path("manager").asText())
                .distinct()
                .toList();
        if (before.isEmpty()) {
            return Optional.empty();
        }
        ArrayNode fields = fields(object).deepCopy();
        before.forEach(name -> give(fields, name, manager));
        ArrayNode patch = Json.array();
        replace(patch, "/metadata/managedFields").set("value", fields);
        replace(patch, "/metadata/resourceVersion")
                .set("value", object.path("metadata").path("resourceVersion"));
        return Optional.of(patch);
    }

    private static ObjectNode replace(ArrayNode patch, String path) {
        return patch.addObject().put("op", "replace").put("path", path);
    }

    private static void give(ArrayNode fields, String from, String to) {
        Optional<ObjectNode> applied = find(fields, to, APPLIED);
        ObjectNode target = applied.or(() -> find(fields, from, SET)).orElseThrow();
        if (applied.isEmpty()) {
            target.put("manager", to).put("operation", APPLIED);
        }
        fields.valueStream()
                .filter(entry ->
                        isOf(entry, from, SET) && entry.path("apiVersion").equals(target.path("apiVersion")))
                .findFirst()
                .ifPresent(entry -> merge(target.withObject("/fieldsV1"), entry.path("fieldsV1")));
        fields.removeIf(entry -> isOf(entry, from, SET));
    }

    private static Optional<ObjectNode> find(ArrayNode fields, String manager, String operation) {
        return fields.valueStream()
                .filter(entry -> isOf(entry, manager, operation))
                .map(ObjectNode.class::cast)
                .findFirst();
    }

    private static boolean isOf(JsonNode entry, String manager, String operation) {
        return entry.path("manager").asText().equals(manager)
                && entry.path("operation").asText().equals(operation)
                && entry.path("subresource").asText("").isEmpty();
    }

    private static void merge(ObjectNode target, JsonNode added) {
        added.properties().forEach(field -> {
            if (target.path(field.getKey()) instanceof ObjectNode known) {
                merge(known, field.getValue());
            } else {
                target.set(field.getKey(), field.getValue());
            }
        });
    }

    private static boolean holdsNote(JsonNode entry) {
        return entry.path("subresource").asText("").isEmpty()
                && entry.path("fieldsV1")
                        .path("f:metadata")
                        .path("f:annotations")
                        .has("f:" + LastApplied.ANNOTATION);
    }

    private static ArrayNode fields(JsonNode object) {
        return object.path("metadata").path("managedFields") instanceof ArrayNode fields ? fields : Json.array();
    }
}
