package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.Locale;
import java.util.Optional;

/**
 * What is measured, flat as the first version of autoscalers wrote it, and nested as the second does.
 *
 * @param inner the object that the second version keeps the numbers in; the first has it as the prefix of its fields
 */
record MetricV1(String inner) {
    static final MetricV1 TARGETS = new MetricV1("target");
    static final MetricV1 PRESENT = new MetricV1("current");

    private static final String UTILIZATION = "averageUtilization";

    /** The number that the first version has a field for. */
    JsonNode utilizationOfCpu(JsonNode metric) {
        JsonNode resource = metric.path("resource");
        return Json.at(metric, "type").equals("Resource")
                        && Json.at(resource, "name").equals("cpu")
                ? resource.path(inner).path(UTILIZATION)
                : Json.object().path("");
    }

    Optional<ObjectNode> cpu(JsonNode utilization) {
        if (utilization == null || utilization.isNull()) {
            return Optional.empty();
        }
        ObjectNode metric = Json.object().put("type", "Resource");
        ObjectNode numbers = Json.child(metric, "resource").put("name", "cpu").putObject(inner);
        if (this == TARGETS) {
            numbers.put("type", "Utilization");
        }
        numbers.set(UTILIZATION, utilization);
        return Optional.of(metric);
    }

    ObjectNode shown(JsonNode metric) {
        ObjectNode flat = Json.object().put("type", Json.at(metric, "type"));
        metric.properties().stream()
                .filter(source -> source.getValue().isObject())
                .forEach(source -> flat.set(source.getKey(), flat(source.getKey(), source.getValue())));
        return flat;
    }

    private ObjectNode flat(String source, JsonNode nested) {
        ObjectNode flat = Json.object();
        copy(nested, "name", flat, "name");
        copy(nested, "container", flat, "container");
        copy(nested, "describedObject", flat, "target");
        copy(nested.path("metric"), "name", flat, "metricName");
        copy(nested.path("metric"), "selector", flat, source.equals("external") ? "metricSelector" : "selector");
        JsonNode numbers = nested.path(inner);
        copy(numbers, "value", flat, inner + "Value");
        copy(numbers, UTILIZATION, flat, field(UTILIZATION));
        copy(numbers, "averageValue", flat, averageValue(source));
        return flat;
    }

    ObjectNode stored(JsonNode metric) {
        ObjectNode nested = Json.object().put("type", Json.at(metric, "type"));
        metric.properties().stream()
                .filter(source -> source.getValue().isObject())
                .forEach(source -> nested.set(source.getKey(), nested(source.getKey(), source.getValue())));
        return nested;
    }

    private ObjectNode nested(String source, JsonNode flat) {
        ObjectNode nested = Json.object();
        copy(flat, "name", nested, "name");
        copy(flat, "container", nested, "container");
        copy(flat, "target", nested, "describedObject");
        if (flat.has("metricName")) {
            ObjectNode named = nested.putObject("metric");
            copy(flat, "metricName", named, "name");
            copy(flat, source.equals("external") ? "metricSelector" : "selector", named, "selector");
        }
        ObjectNode numbers = nested.putObject(inner);
        copy(flat, inner + "Value", numbers, "value");
        copy(flat, field(UTILIZATION), numbers, UTILIZATION);
        copy(flat, averageValue(source), numbers, "averageValue");
        if (this == TARGETS) {
            numbers.put(
                    "type",
                    numbers.has(UTILIZATION) ? "Utilization" : numbers.has("averageValue") ? "AverageValue" : "Value");
        }
        return nested;
    }

    /** Of objects the first version had no average; it came later, under a name of its own. */
    private String averageValue(String source) {
        return source.equals("object") ? "averageValue" : field("averageValue");
    }

    private String field(String number) {
        return inner + number.substring(0, 1).toUpperCase(Locale.ROOT) + number.substring(1);
    }

    /** Zero stands where the first version needs a value and there is none: it is no value. */
    private static void copy(JsonNode from, String field, ObjectNode to, String as) {
        JsonNode value = from.path(field);
        if (!value.isMissingNode()
                && !value.isNull()
                && !(value.isTextual() && value.asText().equals("0"))) {
            to.set(as, value.deepCopy());
        }
    }
}
