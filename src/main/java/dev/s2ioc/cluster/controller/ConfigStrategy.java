package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.store.Json;
import java.util.List;

/** How a deployment configuration replaces its pods: what is filled in, and what can be asked for. */
final class ConfigStrategy {
    private static final List<String> TYPES = List.of("Custom", "Recreate", "Rolling");

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
                // A custom deployer has its own; others are refused below.
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

    static void validate(JsonNode strategy, JsonNode template, Causes causes) {
        String type = Json.at(strategy, "type");
        if (!TYPES.contains(type)) {
            causes.invalid(
                    "spec.strategy.type",
                    type,
                    "unsupported strategy type, use \"Custom\" instead and specify your own strategy");
        }
        validateCustom(strategy, type, causes);
        validateTimes(strategy, causes);
        HookRules rules = new HookRules(template, causes);
        for (String hook : List.of("pre", "mid", "post")) {
            rules.validate(strategy.path("recreateParams").path(hook), "spec.strategy.recreateParams." + hook);
            if (!hook.equals("mid")) {
                rules.validate(strategy.path("rollingParams").path(hook), "spec.strategy.rollingParams." + hook);
            }
        }
        if (type.equals("Rolling")) {
            validateRolling(strategy.path("rollingParams"), "spec.strategy.rollingParams.", causes);
        }
    }

    /** There is no image here of the usual deployer, which a custom one could be made of. */
    private static void validateCustom(JsonNode strategy, String type, Causes causes) {
        String field = "spec.strategy.customParams";
        JsonNode custom = strategy.path("customParams");
        if (type.equals("Custom") && !custom.isObject()) {
            causes.required(field, "");
        } else if (custom.isObject() && Json.at(custom, "image").isEmpty()) {
            causes.required(
                    field + ".image",
                    "the local cluster deploys by itself and has no image of a deployer to run this in");
        }
        for (int i = 0; i < custom.path("environment").size(); i++) {
            if (Json.at(custom.path("environment").path(i), "name").isEmpty()) {
                causes.required(field + ".environment[" + i + "].name", "");
            }
        }
    }

    private static void validateTimes(JsonNode strategy, Causes causes) {
        for (String parameters : List.of("rollingParams", "recreateParams")) {
            for (String field : List.of("intervalSeconds", "updatePeriodSeconds", "timeoutSeconds")) {
                JsonNode value = strategy.path(parameters).path(field);
                if (value.isNumber() && value.asLong() < 1) {
                    causes.invalid("spec.strategy." + parameters + "." + field, value, "must be >0");
                }
            }
        }
        JsonNode active = strategy.path("activeDeadlineSeconds");
        long timeout = parametersOf(strategy).path("timeoutSeconds").asLong(0);
        if (active.asLong(0) < 0) {
            causes.invalid("spec.strategy.activeDeadlineSeconds", active, "must be greater than or equal to 0");
        } else if (active.isNumber() && active.asLong() <= timeout) {
            causes.invalid(
                    "spec.strategy.activeDeadlineSeconds",
                    active,
                    "activeDeadlineSeconds must be greater than timeoutSeconds");
        }
    }

    private static void validateRolling(JsonNode rolling, String field, Causes causes) {
        Amount.validate(rolling.path("maxUnavailable"), field + "maxUnavailable", true, causes);
        Amount.validate(rolling.path("maxSurge"), field + "maxSurge", false, causes);
        if (Amount.isZero(rolling.path("maxUnavailable")) && Amount.isZero(rolling.path("maxSurge"))) {
            causes.invalid(
                    field + "maxUnavailable", rolling.path("maxUnavailable"), "cannot be 0 when maxSurge is 0 as well");
        }
    }

    static boolean isRolling(JsonNode config) {
        return Json.at(config, "spec", "strategy", "type").equals("Rolling");
    }

    static JsonNode parameters(JsonNode config) {
        return parametersOf(config.path("spec").path("strategy"));
    }

    private static JsonNode parametersOf(JsonNode strategy) {
        return strategy.path(Json.at(strategy, "type").equals("Rolling") ? "rollingParams" : "recreateParams");
    }

    static long timeout(JsonNode config) {
        return parameters(config).path("timeoutSeconds").asLong(600);
    }
}
