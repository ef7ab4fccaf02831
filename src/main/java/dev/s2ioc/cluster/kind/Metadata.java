package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.UUID;

/** The part of an object that the server keeps: identity, times, generation. */
final class Metadata {
    private static final List<String> SERVERS_OWN =
            List.of("uid", "creationTimestamp", "generation", "deletionTimestamp", "deletionGracePeriodSeconds");

    private Metadata() {}

    static void fill(ObjectNode object, Type type, Call call, boolean counted, String now) {
        ObjectNode metadata = Json.child(object, "metadata");
        metadata.remove(SERVERS_OWN);
        metadata.remove("selfLink");
        metadata.put("uid", UUID.randomUUID().toString());
        metadata.put("creationTimestamp", now);
        if (counted) {
            metadata.put("generation", 1);
        }
        if (type.namespaced()) {
            metadata.put("namespace", call.namespace());
        } else {
            metadata.remove("namespace");
        }
    }

    /** Restores what a writer cannot change; the generation counts changes of anything but metadata and status. */
    static void carryOver(ObjectNode old, ObjectNode object, boolean counted) {
        ObjectNode from = Json.child(old, "metadata");
        ObjectNode to = Json.child(object, "metadata");
        for (String field : SERVERS_OWN) {
            if (from.has(field)) {
                to.set(field, from.get(field));
            } else {
                to.remove(field);
            }
        }
        to.remove("selfLink");
        if (counted && !wanted(old).equals(wanted(object))) {
            to.put("generation", from.path("generation").asLong(0) + 1);
        }
    }

    private static ObjectNode wanted(ObjectNode object) {
        return object.deepCopy().without(List.of("metadata", "status"));
    }

    static void requireUid(Type type, JsonNode old, String uid) {
        String present = Json.at(old, "metadata", "uid");
        if (!uid.isEmpty() && !uid.equals(present)) {
            throw StatusException.conflict(
                    type,
                    Json.at(old, "metadata", "name"),
                    "Precondition failed: UID in precondition: " + uid + ", UID in object meta: " + present);
        }
    }

    static boolean isBeingDeleted(JsonNode object) {
        return object.path("metadata").has("deletionTimestamp");
    }

    static boolean hasFinalizers(JsonNode object) {
        return !object.path("metadata").path("finalizers").isEmpty();
    }
}
