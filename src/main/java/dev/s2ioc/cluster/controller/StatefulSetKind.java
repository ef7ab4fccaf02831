package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.Column;
import dev.s2ioc.cluster.kind.Kind;
import dev.s2ioc.cluster.kind.Names;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.Optional;

/** Stateful sets: pods that keep their names, and what they have stored. */
final class StatefulSetKind implements Kind {
    static final Type TYPE =
            Type.namespaced("apps", "v1", "statefulsets", "StatefulSet", "sts").inAll();

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.objectName(),
                Column.text(
                        "Ready",
                        "Number of the pod with ready state",
                        (set, now) -> ReplicaSetKind.count(set, "status", "readyReplicas") + "/"
                                + ReplicaSetKind.count(set, "spec", "replicas")),
                Column.age(),
                TemplateColumns.containers(),
                TemplateColumns.images());
    }

    @Override
    public boolean countsGenerations() {
        return true;
    }

    /** The name becomes a part of the pods' host names. */
    @Override
    public Optional<String> nameFault(String name) {
        return Names.labelFault(name);
    }

    @Override
    public void prepareForCreate(Call call, ObjectNode set) {
        set.putObject("status").put("replicas", 0).put("availableReplicas", 0);
    }

    @Override
    public void prepareForUpdate(Call call, ObjectNode old, ObjectNode set) {
        WorkloadRules.keepStatus(old, set);
    }

    @Override
    public void setDefaults(ObjectNode set) {
        ObjectNode spec = Json.child(set, "spec");
        WorkloadRules.number(spec, "replicas", 1);
        WorkloadRules.number(spec, "revisionHistoryLimit", 10);
        WorkloadRules.text(spec, "podManagementPolicy", "OrderedReady");
        if (!spec.has("serviceName")) {
            spec.put("serviceName", "");
        }
        ObjectNode strategy = Json.child(spec, "updateStrategy");
        WorkloadRules.text(strategy, "type", "RollingUpdate");
        if (Json.at(strategy, "type").equals("RollingUpdate")) {
            WorkloadRules.number(Json.child(strategy, "rollingUpdate"), "partition", 0);
        }
        ObjectNode retention = Json.child(spec, "persistentVolumeClaimRetentionPolicy");
        WorkloadRules.text(retention, "whenDeleted", "Retain");
        WorkloadRules.text(retention, "whenScaled", "Retain");
        for (JsonNode claim : spec.path("volumeClaimTemplates")) {
            setClaimDefaults((ObjectNode) claim);
        }
        PodTemplate.setDefaults(PodTemplate.in(set));
    }

    private static void setClaimDefaults(ObjectNode claim) {
        claim.put("apiVersion", "v1").put("kind", "PersistentVolumeClaim");
        ObjectNode metadata = Json.child(claim, "metadata");
        if (!metadata.has("creationTimestamp")) {
            metadata.putNull("creationTimestamp");
        }
        WorkloadRules.text(Json.child(claim, "spec"), "volumeMode", "Filesystem");
        WorkloadRules.text(Json.child(claim, "status"), "phase", "Pending");
    }

    @Override
    public void validate(ObjectNode set, Causes causes) {
        StatefulSetRules.validate(set, causes);
    }

    @Override
    public void validateUpdate(ObjectNode old, ObjectNode set, Causes causes) {
        StatefulSetRules.validateUpdate(old, set, causes);
    }
}
