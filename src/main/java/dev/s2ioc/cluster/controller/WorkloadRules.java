package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.store.Json;
import java.util.List;

/** Rules and defaults that several kinds of workload have in common. */
final class WorkloadRules {
    static final List<String> ALWAYS = List.of("Always");

    private WorkloadRules() {}

    static void text(ObjectNode object, String field, String value) {
        if (Json.at(object, field).isEmpty()) {
            object.put(field, value);
        }
    }

    static void number(ObjectNode object, String field, long value) {
        if (!object.hasNonNull(field)) {
            object.put(field, value);
        }
    }

    /** Of these fields of the specification none is below zero. */
    static void notNegative(JsonNode workload, Causes causes, String... fields) {
        for (String field : fields) {
            JsonNode value = workload.path("spec").path(field);
            if (value.asLong(0) < 0) {
                causes.invalid("spec." + field, value, "must be greater than or equal to 0");
            }
        }
    }

    /** The selector of the newer kinds, which must be there and match. */
    static void validateSelector(JsonNode workload, String kind, Causes causes) {
        JsonNode selector = workload.path("spec").path("selector");
        if (!selector.isObject()) {
            causes.required("spec.selector", "");
            return;
        }
        Selector read = Selector.of(workload);
        read.validate("spec.selector", causes);
        if (read.isEmpty()) {
            causes.invalid("spec.selector", selector, "empty selector is invalid for " + kind);
        } else {
            PodTemplate.validateLabels(workload, causes);
        }
    }

    static void immutable(JsonNode old, JsonNode now, String field, Causes causes) {
        JsonNode value = now.path("spec").path(field);
        if (!Canonical.equal(old.path("spec").path(field), value)) {
            causes.invalid("spec." + field, value.isMissingNode() ? null : value, "field is immutable");
        }
    }

    /** Status is written by itself, and by nobody else who writes. */
    static void keepStatus(ObjectNode old, ObjectNode object) {
        if (old.has("status")) {
            object.set("status", old.get("status").deepCopy());
        } else {
            object.remove("status");
        }
    }
}
