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
import java.util.stream.Collectors;

/** Daemon sets: a pod on each node, of which this cluster has one. */
final class DaemonSetKind implements Kind {
    static final Type TYPE =
            Type.namespaced("apps", "v1", "daemonsets", "DaemonSet", "ds").inAll();
    /** How often the template has changed; pods carry it as a label. */
    private static final String GENERATION = "deprecated.daemonset.template.generation";

    private static final List<String> STRATEGIES = List.of("RollingUpdate", "OnDelete");

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public List<Column> columns() {
        return TemplateColumns.plus(List.of(
                Column.objectName(),
                count("Desired", "desiredNumberScheduled", "How many nodes should have such a pod."),
                count("Current", "currentNumberScheduled", "How many nodes have one and should."),
                count("Ready", "numberReady", "How many nodes have one that is ready."),
                count("Up-to-date", "updatedNumberScheduled", "How many nodes have one of the newest template."),
                count("Available", "numberAvailable", "How many nodes have one that is available."),
                Column.text("Node Selector", "The labels of the nodes that are meant.", (set, now) -> nodes(set)),
                Column.age()));
    }

    private static Column count(String name, String field, String description) {
        return Column.number(name, description, (set, now) -> ReplicaSetKind.count(set, "status", field));
    }

    private static String nodes(JsonNode set) {
        String labels = set.at("/spec/template/spec/nodeSelector")
                .propertyStream()
                .map(each -> each.getKey() + "=" + each.getValue().asText())
                .sorted()
                .collect(Collectors.joining(","));
        return labels.isEmpty() ? "<none>" : labels;
    }

    static String generation(JsonNode set) {
        return Json.at(set.path("metadata").path("annotations"), GENERATION);
    }

    private static void generation(ObjectNode set, long generation) {
        Json.child(Json.child(set, "metadata"), "annotations").put(GENERATION, Long.toString(generation));
    }

    @Override
    public boolean countsGenerations() {
        return true;
    }

    @Override
    public void prepareForCreate(Call call, ObjectNode set) {
        ObjectNode status = set.putObject("status");
        for (String field :
                List.of("currentNumberScheduled", "numberMisscheduled", "desiredNumberScheduled", "numberReady")) {
            status.put(field, 0);
        }
        generation(set, 1);
    }

    @Override
    public void prepareForUpdate(Call call, ObjectNode old, ObjectNode set) {
        WorkloadRules.keepStatus(old, set);
        PodTemplate.setDefaults(PodTemplate.in(set));
        boolean changed = !Canonical.equal(
                old.path("spec").path("template"), set.path("spec").path("template"));
        String before = generation(old);
        generation(set, (before.matches("[0-9]{1,18}") ? Long.parseLong(before) : 0) + (changed ? 1 : 0));
    }

    @Override
    public void setDefaults(ObjectNode set) {
        ObjectNode spec = Json.child(set, "spec");
        WorkloadRules.number(spec, "revisionHistoryLimit", 10);
        ObjectNode strategy = Json.child(spec, "updateStrategy");
        WorkloadRules.text(strategy, "type", "RollingUpdate");
        if (Json.at(strategy, "type").equals("RollingUpdate")) {
            ObjectNode rolling = Json.child(strategy, "rollingUpdate");
            WorkloadRules.number(rolling, "maxUnavailable", 1);
            WorkloadRules.number(rolling, "maxSurge", 0);
        }
        PodTemplate.setDefaults(PodTemplate.in(set));
    }

    @Override
    public void validate(ObjectNode set, Causes causes) {
        WorkloadRules.notNegative(set, causes, "minReadySeconds", "revisionHistoryLimit");
        WorkloadRules.validateSelector(set, "daemonset", causes);
        PodTemplate.validate(set.path("spec").path("template"), PodTemplate.FIELD, WorkloadRules.ALWAYS, causes);
        validateStrategy(set.path("spec").path("updateStrategy"), causes);
    }

    private static void validateStrategy(JsonNode strategy, Causes causes) {
        String type = Json.at(strategy, "type");
        if (!STRATEGIES.contains(type)) {
            causes.notSupported("spec.updateStrategy.type", type, STRATEGIES);
        }
        if (!type.equals("RollingUpdate")) {
            return;
        }
        String field = "spec.updateStrategy.rollingUpdate.";
        JsonNode missing = strategy.path("rollingUpdate").path("maxUnavailable");
        JsonNode surge = strategy.path("rollingUpdate").path("maxSurge");
        Amount.validate(missing, field + "maxUnavailable", true, causes);
        Amount.validate(surge, field + "maxSurge", true, causes);
        if (!Amount.isZero(missing) && !Amount.isZero(surge)) {
            causes.invalid(field + "maxSurge", surge, "may not be set when maxUnavailable is non-zero");
        } else if (Amount.isZero(missing) && Amount.isZero(surge)) {
            causes.required(field + "maxUnavailable", "cannot be 0 when maxSurge is 0");
        }
    }

    @Override
    public void validateUpdate(ObjectNode old, ObjectNode set, Causes causes) {
        WorkloadRules.immutable(old, set, "selector", causes);
    }
}
