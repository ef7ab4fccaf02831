package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import java.util.Map;

/**
 * The patch that makes one object of another: fields that are gone become null, lists are replaced whole. That is a merge
 * patch, and a strategic one for types whose lists have no merge keys where something is set.
 */
final class Difference {
    private Difference() {}

    /** Empty if there is no difference. */
    static ObjectNode between(JsonNode before, JsonNode after) {
        ObjectNode patch = Json.object();
        for (Map.Entry<String, JsonNode> field : after.properties()) {
            JsonNode old = before.path(field.getKey());
            JsonNode now = field.getValue();
            if (old.isObject() && now.isObject()) {
                ObjectNode inner = between(old, now);
                if (!inner.isEmpty()) {
                    patch.set(field.getKey(), inner);
                }
            } else if (!old.equals(now)) {
                patch.set(field.getKey(), now.deepCopy());
            }
        }
        for (Map.Entry<String, JsonNode> field : before.properties()) {
            if (!after.has(field.getKey())) {
                patch.putNull(field.getKey());
            }
        }
        return patch;
    }
}
