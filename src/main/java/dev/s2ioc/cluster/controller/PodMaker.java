package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;

/** Makes and deletes the pods of a workload, and tells of it in the workload's events. */
final class PodMaker {
    private final Objects objects;
    private final Notices notices;
    private final Type type;

    PodMaker(Objects objects, Notices notices, Type type) {
        this.objects = objects;
        this.notices = notices;
        this.type = type;
    }

    /** A pod of the template, its name made up from the workload's. */
    ObjectNode create(JsonNode owner, JsonNode template) {
        return create(owner, template, Json.at(owner, "metadata", "name") + "-");
    }

    /** @param prefix what the name begins with */
    ObjectNode create(JsonNode owner, JsonNode template, String prefix) {
        ObjectNode pod = PodTemplate.pod(type, owner, template);
        Json.child(pod, "metadata").put("generateName", prefix);
        try {
            ObjectNode created = objects.create(Objects.PODS, Json.at(owner, "metadata", "namespace"), pod);
            notices.normal(owner, "SuccessfulCreate", "Created pod: " + Json.at(created, "metadata", "name"));
            return created;
        } catch (StatusException e) {
            notices.warning(owner, "FailedCreate", "Error creating: " + e.getMessage());
            throw e;
        }
    }

    void delete(JsonNode owner, JsonNode pod) {
        objects.delete(Objects.PODS, pod);
        notices.normal(owner, "SuccessfulDelete", "Deleted pod: " + Json.at(pod, "metadata", "name"));
    }
}
