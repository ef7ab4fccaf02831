package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;

/** The names of those that an object waits for before it goes. */
public final class Finalizers {
    private static final String FIELD = "finalizers";

    private Finalizers() {}

    public static boolean has(JsonNode object, String name) {
        return object.path("metadata")
                .path(FIELD)
                .valueStream()
                .anyMatch(each -> each.asText().equals(name));
    }

    public static void add(ObjectNode object, String name) {
        if (!has(object, name)) {
            Json.items(Json.child(object, "metadata"), FIELD).add(name);
        }
    }

    /** Of an object that waits for nobody any more there is no list, as on Kubernetes. */
    public static void remove(ObjectNode object, String name) {
        ObjectNode metadata = Json.child(object, "metadata");
        ArrayNode left = Json.items(metadata, FIELD);
        drop(left, name);
        if (left.isEmpty()) {
            metadata.remove(FIELD);
        }
    }

    static void drop(ArrayNode names, String name) {
        for (int i = names.size() - 1; i >= 0; i--) {
            if (names.get(i).asText().equals(name)) {
                names.remove(i);
            }
        }
    }
}
