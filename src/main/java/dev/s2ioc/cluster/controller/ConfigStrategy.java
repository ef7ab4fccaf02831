package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.store.Json;
import java.util.List;

/** How a deployment configuration replaces its pods: what is filled in, and what this cluster can do. */
final class ConfigStrategy {
    private ConfigStrategy() {}

    static void setDefaults(ObjectNode strategy) {
        WorkloadRules.text(strategy, "type", "Rolling");
        WorkloadRules.number(strategy, "activeDeadlineSeconds", 21600);
        Json.child(strategy, "resources");
        switch (Json.at(strategy, "type")) {
            case "Rolling" -> {
                ObjectNode rolling = Json.child(strategy, "rollingParams");
                WorkloadRules.number(rolling, "updatePeriodSeconds", 1);
                WorkloadRules.number(rolling, "intervalSeconds", 1);
                WorkloadRules.number(rolling, "timeoutSeconds", 600);
                String amount = rolling.hasNonNull("maxUnavailable") || rolling.hasNonNull("maxSurge") ? "0" : "25%";
                amount(rolling, "maxUnavailable", amount);
                amount(rolling, "maxSurge", amount);
            }
            case "Recreate" -> WorkloadRules.number(Json.child(strategy, "recreateParams"), "timeoutSeconds", 600);
            default -> {
                // Refused below.
            }
        }
    }

    private static void amount(ObjectNode rolling, String field, String value) {
        if (!rolling.hasNonNull(field)) {
            if (value.equals("0")) {
                rolling.put(field, 0);
            } else {
                rolling.put(field, value);
            }
        }
    }

    static void validate(JsonNode strategy, Causes causes) {
        String type = Json.at(strategy, "type");
        if (type.equals("Custom")) {
            causes.forbidden(
                    "spec.strategy.type",
                    "this cluster deploys by itself, without a pod, and runs no custom deployer; use Rolling or Recreate");
        } else if (!List.of("Recreate", "Rolling").contains(type)) {
            causes.notSupported("spec.strategy.type", type, List.of("Custom", "Recreate", "Rolling"));
        }
        for (String parameters : List.of("rollingParams", "recreateParams")) {
            for (String hook : List.of("pre", "mid", "post")) {
                if (strategy.path(parameters).hasNonNull(hook)) {
                    causes.forbidden(
                            "spec.strategy." + parameters + "." + hook,
                            "this cluster runs no lifecycle hooks; use a Job, or an init container");
                }
            }
        }
        JsonNode rolling = strategy.path("rollingParams");
        if (type.equals("Rolling")) {
            String field = "spec.strategy.rollingParams.";
            Amount.validate(rolling.path("maxUnavailable"), field + "maxUnavailable", true, causes);
            Amount.validate(rolling.path("maxSurge"), field + "maxSurge", false, causes);
            if (Amount.isZero(rolling.path("maxUnavailable")) && Amount.isZero(rolling.path("maxSurge"))) {
                causes.invalid(
                        field + "maxUnavailable",
                        rolling.path("maxUnavailable"),
                        "cannot be 0 when maxSurge is 0 as well");
            }
        }
    }

    static boolean isRolling(JsonNode config) {
        return Json.at(config, "spec", "strategy", "type").equals("Rolling");
    }

    static long timeout(JsonNode config) {
        return config.path("spec")
                .path("strategy")
                .path(isRolling(config) ? "rollingParams" : "recreateParams")
                .path("timeoutSeconds")
                .asLong(600);
    }
}
