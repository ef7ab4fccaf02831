package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.util.Optional;

/** Who manages an object, as its metadata says it. */
final class Owner {
    private Owner() {}

    /** The reference by which an object belongs to its manager. */
    static ObjectNode reference(Type type, JsonNode owner) {
        return Json.object()
                .put("apiVersion", type.apiVersion())
                .put("kind", type.kind())
                .put("name", Json.at(owner, "metadata", "name"))
                .put("uid", Json.at(owner, "metadata", "uid"))
                .put("controller", true)
                .put("blockOwnerDeletion", true);
    }

    static Optional<JsonNode> of(JsonNode object) {
        return object.path("metadata")
                .path("ownerReferences")
                .valueStream()
                .filter(each -> each.path("controller").asBoolean())
                .findFirst();
    }

    /** The key of the manager, if it is of this type. */
    static Optional<Key> of(JsonNode object, Type type) {
        return of(object)
                .filter(owner -> Json.at(owner, "kind").equals(type.kind())
                        && Json.at(owner, "apiVersion").equals(type.apiVersion()))
                .map(owner ->
                        new Key(type.resource(), Json.at(object, "metadata", "namespace"), Json.at(owner, "name")));
    }

    static boolean owns(JsonNode owner, JsonNode object) {
        return of(object)
                .filter(each -> Json.at(each, "uid").equals(Json.at(owner, "metadata", "uid")))
                .isPresent();
    }

    static void set(ObjectNode object, Type type, JsonNode owner) {
        Json.items(Json.child(object, "metadata"), "ownerReferences").add(reference(type, owner));
    }

    static void drop(ObjectNode object, JsonNode owner) {
        ObjectNode metadata = Json.child(object, "metadata");
        ArrayNode kept = Json.array();
        metadata.path("ownerReferences").forEach(each -> {
            if (!Json.at(each, "uid").equals(Json.at(owner, "metadata", "uid"))) {
                kept.add(each);
            }
        });
        if (kept.isEmpty()) {
            metadata.remove("ownerReferences");
        } else {
            metadata.set("ownerReferences", kept);
        }
    }
}
