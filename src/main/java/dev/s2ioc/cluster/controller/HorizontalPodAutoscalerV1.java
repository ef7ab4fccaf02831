package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Conversion;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** Autoscalers as the first version wrote them: one number for the CPU, and annotations for all that came later. */
final class HorizontalPodAutoscalerV1 implements Conversion {
    private static final String PREFIX = "autoscaling.alpha.kubernetes.io/";
    private static final String PERCENTAGE = "targetCPUUtilizationPercentage";
    private static final String PRESENT = "currentCPUUtilizationPercentage";

    @Override
    public ObjectNode shown(ObjectNode stored) {
        ObjectNode scaler = stored.deepCopy();
        ObjectNode spec = Json.child(scaler, "spec");
        ObjectNode status = Json.child(scaler, "status");
        metrics(scaler, spec, "metrics", MetricV1.TARGETS, PERCENTAGE, "metrics");
        metrics(scaler, status, "currentMetrics", MetricV1.PRESENT, PRESENT, "current-metrics");
        annotate(scaler, "behavior", spec.remove("behavior"));
        annotate(scaler, "conditions", status.remove("conditions"));
        return scaler;
    }

    private static void metrics(
            ObjectNode scaler, ObjectNode part, String field, MetricV1 form, String percentage, String annotation) {
        ArrayNode others = Json.array();
        JsonNode metrics = part.remove(field);
        for (JsonNode metric : metrics == null ? Json.array() : metrics) {
            JsonNode utilization = form.utilizationOfCpu(metric);
            if (utilization.isNumber()) {
                part.set(percentage, utilization);
            } else {
                others.add(form.shown(metric));
            }
        }
        annotate(scaler, annotation, others.isEmpty() ? null : others);
    }

    private static void annotate(ObjectNode scaler, String name, JsonNode value) {
        if (value != null && !value.isNull()) {
            Json.child(Json.child(scaler, "metadata"), "annotations").put(PREFIX + name, Json.text(value));
        }
    }

    @Override
    public ObjectNode stored(ObjectNode shown) {
        ObjectNode scaler = shown.deepCopy();
        ObjectNode annotations = Json.child(Json.child(scaler, "metadata"), "annotations");
        ObjectNode spec = Json.child(scaler, "spec");
        ObjectNode status = Json.child(scaler, "status");
        ArrayNode metrics = converted(read(annotations, "metrics"), MetricV1.TARGETS::stored);
        MetricV1.TARGETS.cpu(spec.remove(PERCENTAGE)).ifPresent(metrics::add);
        put(spec, "metrics", metrics);
        ArrayNode present = converted(read(annotations, "current-metrics"), MetricV1.PRESENT::stored);
        MetricV1.PRESENT.cpu(status.remove(PRESENT)).ifPresent(present::add);
        put(status, "currentMetrics", present);
        put(spec, "behavior", read(annotations, "behavior"));
        put(status, "conditions", read(annotations, "conditions"));
        List.of("metrics", "current-metrics", "behavior", "conditions")
                .forEach(name -> annotations.remove(PREFIX + name));
        if (annotations.isEmpty()) {
            Json.child(scaler, "metadata").remove("annotations");
        }
        return scaler;
    }

    private static ArrayNode converted(JsonNode metrics, Function<JsonNode, JsonNode> conversion) {
        ArrayNode converted = Json.array();
        metrics.forEach(metric -> converted.add(conversion.apply(metric)));
        return converted;
    }

    private static void put(ObjectNode part, String field, JsonNode value) {
        if (!value.isEmpty()) {
            part.set(field, value);
        }
    }

    private static JsonNode read(ObjectNode annotations, String name) {
        String text = Json.at(annotations, PREFIX + name);
        try {
            return text.isEmpty() ? Json.array() : Json.parse(text);
        } catch (IOException e) {
            throw StatusException.badRequest("the annotation " + PREFIX + name + " is no JSON: " + e.getMessage());
        }
    }
}
