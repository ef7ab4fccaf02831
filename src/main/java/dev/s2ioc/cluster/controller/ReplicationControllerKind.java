package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.Column;
import dev.s2ioc.cluster.kind.Kind;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.Map;

/** Replication controllers: what replica sets were before; deployment configurations still make them. */
final class ReplicationControllerKind implements Kind {
    static final Type TYPE = Type.namespaced("", "v1", "replicationcontrollers", "ReplicationController", "rc")
            .inAll();

    private final Kind like = new ReplicaSetKind();

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public List<Column> columns() {
        return like.columns();
    }

    @Override
    public boolean countsGenerations() {
        return true;
    }

    @Override
    public void prepareForCreate(Call call, ObjectNode controller) {
        like.prepareForCreate(call, controller);
    }

    @Override
    public void prepareForUpdate(Call call, ObjectNode old, ObjectNode controller) {
        like.prepareForUpdate(call, old, controller);
    }

    /** The template's labels say what is not said about the controller. */
    @Override
    public void setDefaults(ObjectNode controller) {
        ObjectNode spec = Json.child(controller, "spec");
        JsonNode labels = spec.path("template").path("metadata").path("labels");
        if (labels.isObject() && !labels.isEmpty()) {
            if (spec.path("selector").isEmpty()) {
                spec.set("selector", labels.deepCopy());
            }
            if (controller.path("metadata").path("labels").isEmpty()) {
                Json.child(controller, "metadata").set("labels", labels.deepCopy());
            }
        }
        like.setDefaults(controller);
    }

    @Override
    public void validate(ObjectNode controller, Causes causes) {
        WorkloadRules.notNegative(controller, causes, "replicas", "minReadySeconds");
        if (controller.path("spec").path("selector").isEmpty()) {
            causes.required("spec.selector", "");
        } else {
            PodTemplate.validateLabels(controller, causes);
        }
        PodTemplate.validate(controller.path("spec").path("template"), PodTemplate.FIELD, WorkloadRules.ALWAYS, causes);
    }

    @Override
    public Map<String, String> fields(JsonNode controller) {
        return like.fields(controller);
    }
}
