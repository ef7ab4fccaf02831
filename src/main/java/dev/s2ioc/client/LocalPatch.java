package dev.s2ioc.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of patches as they are worked out on this side, for objects that no server has. */
public enum LocalPatch {
    json,
    merge,
    strategic;

    /** The kind that a user's word names. */
    public static Optional<LocalPatch> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(word)).findFirst();
    }

    public String contentType() {
        return switch (this) {
            case json -> "application/json-patch+json";
            case merge -> "application/merge-patch+json";
            case strategic -> "application/strategic-merge-patch+json";
        };
    }

    /**
     * The object as it is after the patch.
     *
     * @throws PatchException if the patch does not fit
     */
    public ObjectNode apply(ObjectNode object, JsonNode patch) {
        if (this == json) {
            return JsonPatch.apply(object, patch);
        }
        if (!(patch instanceof ObjectNode changes)) {
            throw new PatchException("the patch must be an object; a list of operations needs --type=json");
        }
        return this == merge
                ? merged(object, changes)
                : new StrategicPatch(object.path("kind").asText()).apply(object, changes, List.of());
    }

    private static ObjectNode merged(ObjectNode object, ObjectNode changes) {
        ObjectNode result = object.deepCopy();
        changes.properties().forEach(change -> {
            String name = change.getKey();
            if (change.getValue().isNull()) {
                result.remove(name);
            } else if (change.getValue() instanceof ObjectNode inner) {
                ObjectNode before = result.path(name) instanceof ObjectNode present ? present : Json.object();
                result.set(name, merged(before, inner));
            } else {
                result.set(name, change.getValue());
            }
        });
        return result;
    }
}
