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

/** Deployments: pods of the newest template, and how they take the place of older ones. */
final class DeploymentKind implements Kind {
    static final Type TYPE =
            Type.namespaced("apps", "v1", "deployments", "Deployment", "deploy").inAll();
    private static final List<String> STRATEGIES = List.of("Recreate", "RollingUpdate");

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public List<Column> columns() {
        return TemplateColumns.plus(List.of(
                Column.objectName(),
                Column.text(
                        "Ready",
                        "Number of the pod with ready state",
                        (deployment, now) -> count(deployment, "status", "readyReplicas") + "/"
                                + count(deployment, "spec", "replicas")),
                Column.number(
                        "Up-to-date",
                        "Total number of non-terminated pods targeted by this deployment that have the desired"
                                + " template spec.",
                        (deployment, now) -> count(deployment, "status", "updatedReplicas")),
                Column.number(
                        "Available",
                        "Total number of available non-terminating pods (ready for at least minReadySeconds)"
                                + " targeted by this deployment.",
                        (deployment, now) -> count(deployment, "status", "availableReplicas")),
                Column.age()));
    }

    private static long count(JsonNode object, String part, String field) {
        return object.path(part).path(field).asLong(0);
    }

    @Override
    public boolean countsGenerations() {
        return true;
    }

    @Override
    public void prepareForCreate(Call call, ObjectNode deployment) {
        deployment.putObject("status");
    }

    @Override
    public void prepareForUpdate(Call call, ObjectNode old, ObjectNode deployment) {
        WorkloadRules.keepStatus(old, deployment);
    }

    @Override
    public void setDefaults(ObjectNode deployment) {
        ObjectNode spec = Json.child(deployment, "spec");
        WorkloadRules.number(spec, "replicas", 1);
        WorkloadRules.number(spec, "revisionHistoryLimit", 10);
        WorkloadRules.number(spec, "progressDeadlineSeconds", 600);
        ObjectNode strategy = Json.child(spec, "strategy");
        WorkloadRules.text(strategy, "type", "RollingUpdate");
        if (Json.at(strategy, "type").equals("RollingUpdate")) {
            ObjectNode rolling = Json.child(strategy, "rollingUpdate");
            WorkloadRules.text(rolling, "maxUnavailable", "25%");
            WorkloadRules.text(rolling, "maxSurge", "25%");
        }
        PodTemplate.setDefaults(PodTemplate.in(deployment));
    }

    @Override
    public void validate(ObjectNode deployment, Causes causes) {
        WorkloadRules.notNegative(deployment, causes, "replicas", "minReadySeconds", "revisionHistoryLimit");
        WorkloadRules.validateSelector(deployment, "deployment", causes);
        JsonNode spec = deployment.path("spec");
        PodTemplate.validate(spec.path("template"), PodTemplate.FIELD, WorkloadRules.ALWAYS, causes);
        validateStrategy(spec.path("strategy"), causes);
        long deadline = spec.path("progressDeadlineSeconds").asLong(0);
        if (deadline < 0) {
            causes.invalid("spec.progressDeadlineSeconds", deadline, "must be greater than or equal to 0");
        } else if (deadline <= spec.path("minReadySeconds").asLong(0)) {
            causes.invalid("spec.progressDeadlineSeconds", deadline, "must be greater than minReadySeconds");
        }
    }

    private static void validateStrategy(JsonNode strategy, Causes causes) {
        String type = Json.at(strategy, "type");
        if (!STRATEGIES.contains(type)) {
            causes.notSupported("spec.strategy.type", type, STRATEGIES);
        }
        JsonNode rolling = strategy.path("rollingUpdate");
        if (type.equals("Recreate") && rolling.isObject()) {
            causes.forbidden("spec.strategy.rollingUpdate", "may not be specified when strategy `type` is 'Recreate'");
        }
        if (type.equals("RollingUpdate")) {
            String field = "spec.strategy.rollingUpdate.";
            Amount.validate(rolling.path("maxUnavailable"), field + "maxUnavailable", true, causes);
            Amount.validate(rolling.path("maxSurge"), field + "maxSurge", false, causes);
            if (Amount.isZero(rolling.path("maxUnavailable")) && Amount.isZero(rolling.path("maxSurge"))) {
                causes.invalid(
                        field + "maxUnavailable", rolling.path("maxUnavailable"), "may not be 0 when `maxSurge` is 0");
            }
        }
    }

    @Override
    public void validateUpdate(ObjectNode old, ObjectNode deployment, Causes causes) {
        WorkloadRules.immutable(old, deployment, "selector", causes);
    }
}
