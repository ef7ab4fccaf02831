package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.Labels;
import dev.s2ioc.cluster.store.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Which objects somebody takes for his, by their labels.
 *
 * @param labels that must be there as they are
 * @param expressions further conditions
 */
record Selector(JsonNode labels, JsonNode expressions) {
    private static final List<String> OPERATORS = List.of("In", "NotIn", "Exists", "DoesNotExist");

    /** The selector of the workload: a plain map for the older kinds. */
    static Selector of(JsonNode workload) {
        JsonNode selector = workload.path("spec").path("selector");
        boolean plain = List.of("ReplicationController", "DeploymentConfig").contains(Json.at(workload, "kind"));
        return plain
                ? new Selector(selector, Json.array())
                : new Selector(selector.path("matchLabels"), selector.path("matchExpressions"));
    }

    boolean isEmpty() {
        return labels.isEmpty() && expressions.isEmpty();
    }

    /** Whether these labels are meant; an empty selector means nothing here. */
    boolean matches(JsonNode found) {
        return !isEmpty()
                && labels.propertyStream()
                        .allMatch(each -> found.has(each.getKey())
                                && found.path(each.getKey())
                                        .asText()
                                        .equals(each.getValue().asText()))
                && expressions.valueStream().allMatch(each -> holds(each, found));
    }

    boolean selects(JsonNode object) {
        return matches(object.path("metadata").path("labels"));
    }

    private static boolean holds(JsonNode expression, JsonNode found) {
        String key = Json.at(expression, "key");
        boolean among = found.has(key)
                && expression
                        .path("values")
                        .valueStream()
                        .anyMatch(value -> value.asText().equals(found.path(key).asText()));
        return switch (Json.at(expression, "operator")) {
            case "In" -> among;
            case "NotIn" -> !among;
            case "Exists" -> found.has(key);
            default -> !found.has(key);
        };
    }

    /** As users write it: {@code app=x,tier in (a,b)}. */
    String text() {
        TreeMap<String, String> terms = new TreeMap<>();
        labels.properties()
                .forEach(each -> terms.put(
                        each.getKey(), each.getKey() + "=" + each.getValue().asText()));
        List<String> all = new ArrayList<>(terms.values());
        for (JsonNode each : expressions) {
            String key = Json.at(each, "key");
            String values = String.join(
                    ",",
                    each.path("values")
                            .valueStream()
                            .map(JsonNode::asText)
                            .sorted()
                            .toList());
            all.add(
                    switch (Json.at(each, "operator")) {
                        case "In" -> key + " in (" + values + ")";
                        case "NotIn" -> key + " notin (" + values + ")";
                        case "Exists" -> key;
                        default -> "!" + key;
                    });
        }
        return String.join(",", all);
    }

    void validate(String field, Causes causes) {
        labels.properties().forEach(each -> {
            Labels.keyFault(each.getKey())
                    .ifPresent(fault -> causes.invalid(field + ".matchLabels", each.getKey(), fault));
            if (!Labels.isValue(each.getValue().asText())) {
                causes.invalid(field + ".matchLabels", each.getValue(), "must be a label's value");
            }
        });
        for (int i = 0; i < expressions.size(); i++) {
            JsonNode each = expressions.get(i);
            String at = field + ".matchExpressions[" + i + "]";
            String operator = Json.at(each, "operator");
            boolean some = !each.path("values").isEmpty();
            if (!OPERATORS.contains(operator)) {
                causes.invalid(at + ".operator", operator, "not a valid selector operator");
            } else if (operator.endsWith("In") && !some) {
                causes.required(at + ".values", "must be specified when `operator` is 'In' or 'NotIn'");
            } else if (!operator.endsWith("In") && some) {
                causes.forbidden(at + ".values", "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
            }
            Labels.keyFault(Json.at(each, "key"))
                    .ifPresent(fault -> causes.invalid(at + ".key", Json.at(each, "key"), fault));
        }
    }
}
