package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.store.Json;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the rules must and must not say by which a job fails or succeeds early. */
record JobPolicyRules(JsonNode spec, String field, Causes causes) {
    private static final List<String> ACTIONS = List.of("Count", "FailIndex", "FailJob", "Ignore");
    private static final List<String> OPERATORS = List.of("In", "NotIn");
    private static final List<String> STATES = List.of("False", "True", "Unknown");

    void validate() {
        JsonNode failures = spec.path("podFailurePolicy").path("rules");
        for (int i = 0; i < failures.size(); i++) {
            validateFailure(failures.get(i), field + ".podFailurePolicy.rules[" + i + "]");
        }
        if (spec.hasNonNull("successPolicy")) {
            validateSuccess(spec.path("successPolicy"), field + ".successPolicy");
        }
    }

    private void validateFailure(JsonNode rule, String where) {
        String action = Json.at(rule, "action");
        if (action.isEmpty()) {
            causes.required(where + ".action", "valid values: [\"Count\" \"FailIndex\" \"FailJob\" \"Ignore\"]");
        } else if (!ACTIONS.contains(action)) {
            causes.notSupported(where + ".action", action, ACTIONS);
        } else if (action.equals("FailIndex") && !spec.hasNonNull("backoffLimitPerIndex")) {
            causes.invalid(where + ".action", action, "requires the backoffLimitPerIndex to be set");
        }
        boolean codes = rule.hasNonNull("onExitCodes");
        JsonNode conditions = rule.path("onPodConditions");
        if (codes == !conditions.isEmpty()) {
            causes.invalid(
                    where,
                    rule,
                    codes
                            ? "specifying both OnExitCodes and OnPodConditions is not supported"
                            : "specifying one of OnExitCodes and OnPodConditions is required");
        }
        if (codes) {
            validateCodes(rule.path("onExitCodes"), where + ".onExitCodes");
        }
        for (int i = 0; i < conditions.size(); i++) {
            String status = Json.at(conditions.get(i), "status");
            if (!status.isEmpty() && !STATES.contains(status)) {
                causes.notSupported(where + ".onPodConditions[" + i + "].status", status, STATES);
            }
        }
    }

    private void validateCodes(JsonNode codes, String where) {
        String operator = Json.at(codes, "operator");
        if (operator.isEmpty()) {
            causes.required(where + ".operator", "valid values: [\"In\" \"NotIn\"]");
        } else if (!OPERATORS.contains(operator)) {
            causes.notSupported(where + ".operator", operator, OPERATORS);
        }
        String container = Json.at(codes, "containerName");
        if (!container.isEmpty() && !containers().contains(container)) {
            causes.invalid(
                    where + ".containerName",
                    container,
                    "must be one of the container or initContainer names in the pod template");
        }
        JsonNode values = codes.path("values");
        if (values.isEmpty()) {
            causes.invalid(where + ".values", values.isMissingNode() ? null : values, "at least one value is required");
        }
        for (int i = 0; i < values.size(); i++) {
            if (operator.equals("In") && values.get(i).asLong() == 0) {
                causes.invalid(where + ".values[" + i + "]", values.get(i), "must not be 0 for the In operator");
            }
            if (i > 0 && values.get(i - 1).asLong() > values.get(i).asLong()) {
                causes.invalid(where + ".values", values, "must be ordered");
            }
        }
    }

    private Set<String> containers() {
        Set<String> names = new HashSet<>();
        for (String list : List.of("initContainers", "containers")) {
            spec.path("template").path("spec").path(list).forEach(each -> names.add(Json.at(each, "name")));
        }
        return names;
    }

    private void validateSuccess(JsonNode policy, String where) {
        if (!Json.at(spec, "completionMode").equals("Indexed")) {
            causes.invalid(where, policy, "requires indexed completion mode");
            return;
        }
        JsonNode rules = policy.path("rules");
        if (rules.isEmpty()) {
            causes.required(
                    where + ".rules", "at least one rules must be specified when the successPolicy is specified");
        }
        for (int i = 0; i < rules.size(); i++) {
            validateSuccess(
                    rules.get(i),
                    where + ".rules[" + i + "]",
                    spec.path("completions").asInt());
        }
    }

    private void validateSuccess(JsonNode rule, String where, int completions) {
        if (!rule.hasNonNull("succeededCount") && !rule.hasNonNull("succeededIndexes")) {
            causes.required(where, "at least one of succeededCount or succeededIndexes must be specified");
        }
        String text = Json.at(rule, "succeededIndexes");
        Optional<BitSet> indexes = IndexSet.parse(text, completions);
        if (indexes.isEmpty()) {
            causes.invalid(
                    where + ".succeededIndexes",
                    text,
                    "error parsing succeededIndexes: write numbers below " + completions
                            + " in their order, as in 0,2-5,7");
        }
        JsonNode count = rule.path("succeededCount");
        if (count.asLong(0) < 0) {
            causes.invalid(where + ".succeededCount", count, "must be greater than or equal to 0");
        } else if (count.asLong(0) > completions) {
            causes.invalid(
                    where + ".succeededCount",
                    count,
                    "must be less than or equal to " + completions + " (the number of specified completions)");
        } else if (!text.isEmpty()
                && indexes.isPresent()
                && count.asLong(0) > indexes.get().cardinality()) {
            causes.invalid(
                    where + ".succeededCount",
                    count,
                    "must be less than or equal to " + indexes.get().cardinality()
                            + " (the number of indexes in the specified succeededIndexes field)");
        }
    }
}
