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
import java.util.Locale;
import java.util.stream.Collectors;

/** Autoscalers: between which numbers of pods a workload stays. */
final class HorizontalPodAutoscalerKind implements Kind {
    static final Type TYPE = Type.namespaced(
                    "autoscaling", "v2", "horizontalpodautoscalers", "HorizontalPodAutoscaler", "hpa")
            .inAll();

    private static final int USUAL_UTILIZATION = 80;

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.objectName(),
                Column.text("Reference", "What is scaled.", (scaler, now) -> {
                    JsonNode target = scaler.path("spec").path("scaleTargetRef");
                    return Json.at(target, "kind") + "/" + Json.at(target, "name");
                }),
                Column.text("Targets", "What is measured, and what it shall be.", (scaler, now) -> targets(scaler)),
                Column.text(
                        "MinPods",
                        "The least number of pods.",
                        (scaler, now) -> scaler.path("spec").path("minReplicas").asText()),
                Column.number(
                        "MaxPods",
                        "The greatest number of pods.",
                        (scaler, now) -> scaler.path("spec").path("maxReplicas").asLong()),
                Column.number(
                        "Replicas",
                        "How many there are.",
                        (scaler, now) ->
                                scaler.path("status").path("currentReplicas").asLong(0)),
                Column.age());
    }

    /** Nothing is measured here. */
    private static String targets(JsonNode scaler) {
        return scaler.path("spec")
                .path("metrics")
                .valueStream()
                .map(HorizontalPodAutoscalerKind::target)
                .collect(Collectors.joining(", "));
    }

    private static String target(JsonNode metric) {
        String type = Json.at(metric, "type");
        JsonNode of =
                metric.path(type.isEmpty() ? "" : type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1));
        String name = Json.at(of, "name");
        JsonNode target = of.path("target");
        String wanted = target.has("averageUtilization")
                ? target.path("averageUtilization").asText() + "%"
                : target.path(target.has("averageValue") ? "averageValue" : "value")
                        .asText();
        return (name.isEmpty() ? "" : name + ": ") + "<unknown>/" + wanted;
    }

    @Override
    public void prepareForCreate(Call call, ObjectNode scaler) {
        scaler.putObject("status").put("desiredReplicas", 0).putNull("currentMetrics");
    }

    @Override
    public void prepareForUpdate(Call call, ObjectNode old, ObjectNode scaler) {
        WorkloadRules.keepStatus(old, scaler);
    }

    @Override
    public void setDefaults(ObjectNode scaler) {
        ObjectNode spec = Json.child(scaler, "spec");
        WorkloadRules.number(spec, "minReplicas", 1);
        if (spec.path("metrics").isEmpty()) {
            ObjectNode cpu =
                    spec.putArray("metrics").addObject().put("type", "Resource").putObject("resource");
            cpu.put("name", "cpu")
                    .putObject("target")
                    .put("type", "Utilization")
                    .put("averageUtilization", USUAL_UTILIZATION);
        }
    }

    @Override
    public void validate(ObjectNode scaler, Causes causes) {
        JsonNode spec = scaler.path("spec");
        for (String field : List.of("kind", "name")) {
            if (Json.at(spec, "scaleTargetRef", field).isEmpty()) {
                causes.required("spec.scaleTargetRef." + field, "");
            }
        }
        long least = spec.path("minReplicas").asLong(1);
        long most = spec.path("maxReplicas").asLong(0);
        if (least < 1) {
            causes.invalid("spec.minReplicas", spec.path("minReplicas"), "must be greater than or equal to 1");
        }
        if (most < 1) {
            causes.invalid("spec.maxReplicas", most, "must be greater than 0");
        } else if (most < least) {
            causes.invalid("spec.maxReplicas", most, "must be greater than or equal to `minReplicas`");
        }
    }
}
