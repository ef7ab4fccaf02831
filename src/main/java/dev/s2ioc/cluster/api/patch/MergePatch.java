package dev.s2ioc.cluster.api.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;

/** RFC 7396: objects are merged, null removes, everything else replaces. */
final class MergePatch {
    private MergePatch() {}

    static ObjectNode merge(ObjectNode object, ObjectNode patch) {
        patch.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isNull()) {
                object.remove(field.getKey());
            } else if (value instanceof ObjectNode inner) {
                object.set(field.getKey(), merge(objectAt(object, field.getKey()), inner));
            } else {
                object.set(field.getKey(), value.deepCopy());
            }
        });
        return object;
    }

    private static ObjectNode objectAt(ObjectNode parent, String field) {
        return parent.get(field) instanceof ObjectNode child ? child : Json.object();
    }
}
