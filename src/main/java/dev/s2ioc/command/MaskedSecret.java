package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.LastApplied;
import java.util.List;

/** Hides what secrets hold where two of them are compared, but not that they differ. */
final class MaskedSecret {
    private static final String MASK = "***";

    private MaskedSecret() {}

    static void mask(JsonNode before, JsonNode after) {
        for (String field : List.of("data", "stringData")) {
            JsonNode old = before.path(field).deepCopy();
            mask(before.path(field), after.path(field), " (before)");
            mask(after.path(field), old, " (after)");
        }
        for (JsonNode secret : List.of(before, after)) {
            // The annotation holds the whole manifest.
            if (secret.path("metadata").path("annotations") instanceof ObjectNode annotations
                    && annotations.has(LastApplied.ANNOTATION)) {
                annotations.put(LastApplied.ANNOTATION, MASK);
            }
        }
    }

    private static void mask(JsonNode values, JsonNode others, String side) {
        if (values instanceof ObjectNode object) {
            object.properties().forEach(value -> {
                JsonNode other = others.path(value.getKey());
                boolean differs = !other.isMissingNode() && !other.equals(value.getValue());
                object.put(value.getKey(), MASK + (differs ? side : ""));
            });
        }
    }
}
