package dev.s2ioc.status;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.print.Ages;
import java.time.Instant;

/** The fields of objects that are looked at again and again. */
final class Fields {

    private Fields() {}

    static String name(JsonNode object) {
        return object.path("metadata").path("name").asText("");
    }

    static String namespace(JsonNode object) {
        return object.path("metadata").path("namespace").asText("");
    }

    static String annotation(JsonNode object, String name) {
        return object.path("metadata").path("annotations").path(name).asText("");
    }

    /** What the pods of a workload, or a pod itself, are to be. */
    static JsonNode podSpec(JsonNode workload) {
        JsonNode template = workload.path("spec").path("template");
        return template.isObject() ? template.path("spec") : workload.path("spec");
    }

    static Instant created(JsonNode object) {
        return time(object.path("metadata").path("creationTimestamp"));
    }

    static Instant time(JsonNode field) {
        return Ages.instant(field.asText("")).orElse(Instant.EPOCH);
    }

    static boolean isOwnedBy(JsonNode object, JsonNode owner) {
        String uid = owner.path("metadata").path("uid").asText("");
        return !uid.isEmpty()
                && object.path("metadata")
                        .path("ownerReferences")
                        .valueStream()
                        .anyMatch(reference -> reference.path("uid").asText("").equals(uid));
    }

    /** Whether something else cares for the object, and tells of it. */
    static boolean isControlled(JsonNode object) {
        return !object.path("metadata").path("ownerReferences").isEmpty();
    }
}
