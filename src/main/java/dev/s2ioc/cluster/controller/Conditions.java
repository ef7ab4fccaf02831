package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.Optional;

/** The conditions in a status. */
final class Conditions {
    private Conditions() {}

    static Optional<JsonNode> get(JsonNode status, String type) {
        return status.path("conditions")
                .valueStream()
                .filter(each -> Json.at(each, "type").equals(type))
                .findFirst();
    }

    static boolean holds(JsonNode status, String type) {
        return get(status, type)
                .filter(each -> Json.at(each, "status").equals("True"))
                .isPresent();
    }

    static void remove(ObjectNode status, String type) {
        ArrayNode kept = Json.array();
        status.path("conditions").forEach(each -> {
            if (!Json.at(each, "type").equals(type)) {
                kept.add(each);
            }
        });
        if (kept.isEmpty()) {
            status.remove("conditions");
        } else {
            status.set("conditions", kept);
        }
    }

    /** Says it anew, unless it is said already; keeps since when its truth is what it is. */
    static void set(ObjectNode status, ObjectNode condition) {
        Optional<JsonNode> old = get(status, Json.at(condition, "type"));
        if (old.isPresent() && same(old.get(), condition, "status") && same(old.get(), condition, "reason")) {
            return;
        }
        replace(status, condition);
    }

    /** Says it anew in any case. */
    static void replace(ObjectNode status, ObjectNode condition) {
        String type = Json.at(condition, "type");
        get(status, type)
                .filter(old -> same(old, condition, "status"))
                .ifPresent(old -> condition.set("lastTransitionTime", old.path("lastTransitionTime")));
        remove(status, type);
        Json.items(status, "conditions").add(condition);
    }

    private static boolean same(JsonNode one, JsonNode other, String field) {
        return Json.at(one, field).equals(Json.at(other, field));
    }

    /** As ReplicaSets and Jobs write it. */
    static ObjectNode of(String type, boolean holds, String reason, String message, String now) {
        return Json.object()
                .put("type", type)
                .put("status", holds ? "True" : "False")
                .put("lastTransitionTime", now)
                .put("reason", reason)
                .put("message", message);
    }

    /** As Deployments write it: with the time of the last news. */
    static ObjectNode updated(String type, String status, String reason, String message, String now) {
        return Json.object()
                .put("type", type)
                .put("status", status)
                .put("lastUpdateTime", now)
                .put("lastTransitionTime", now)
                .put("reason", reason)
                .put("message", message);
    }
}
