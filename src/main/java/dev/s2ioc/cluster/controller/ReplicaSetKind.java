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

/** Replica sets: so many pods of one template. */
final class ReplicaSetKind implements Kind {
    static final Type TYPE =
            Type.namespaced("apps", "v1", "replicasets", "ReplicaSet", "rs").inAll();

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public List<Column> columns() {
        return TemplateColumns.plus(List.of(
                Column.objectName(),
                Column.number("Desired", "Number of desired pods.", (set, now) -> count(set, "spec", "replicas")),
                Column.number("Current", "Number of current pods.", (set, now) -> count(set, "status", "replicas")),
                Column.number("Ready", "Number of ready pods.", (set, now) -> count(set, "status", "readyReplicas")),
                Column.age()));
    }

    static long count(JsonNode object, String part, String field) {
        return object.path(part).path(field).asLong(0);
    }

    @Override
    public boolean countsGenerations() {
        return true;
    }

    @Override
    public void prepareForCreate(Call call, ObjectNode set) {
        set.putObject("status").put("replicas", 0);
    }

    @Override
    public void prepareForUpdate(Call call, ObjectNode old, ObjectNode set) {
        WorkloadRules.keepStatus(old, set);
    }

    @Override
    public void setDefaults(ObjectNode set) {
        WorkloadRules.number(Json.child(set, "spec"), "replicas", 1);
        PodTemplate.setDefaults(PodTemplate.in(set));
    }

    @Override
    public void validate(ObjectNode set, Causes causes) {
        WorkloadRules.notNegative(set, causes, "replicas", "minReadySeconds");
        WorkloadRules.validateSelector(set, "replica set", causes);
        PodTemplate.validate(set.path("spec").path("template"), PodTemplate.FIELD, WorkloadRules.ALWAYS, causes);
    }

    @Override
    public void validateUpdate(ObjectNode old, ObjectNode set, Causes causes) {
        WorkloadRules.immutable(old, set, "selector", causes);
    }

    @Override
    public Map<String, String> fields(JsonNode set) {
        return Map.of("status.replicas", Long.toString(count(set, "status", "replicas")));
    }
}
