package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.store.Json;
import java.util.List;

/** What jobs must and must not say, be they objects of their own or templates of such. */
record JobRules(JsonNode spec, String field, Causes causes) {
    private static final List<String> RESTARTS = List.of("OnFailure", "Never");
    private static final List<String> MODES = List.of("Indexed", "NonIndexed");
    private static final List<String> REPLACEMENTS = List.of("Failed", "TerminatingOrFailed");
    private static final long MANY = 100_000;
    private static final List<String> NUMBERS = List.of(
            "parallelism",
            "completions",
            "backoffLimit",
            "activeDeadlineSeconds",
            "ttlSecondsAfterFinished",
            "backoffLimitPerIndex",
            "maxFailedIndexes");

    /** @param field where the specification is: {@code spec}, or {@code spec.jobTemplate.spec} */
    static void validate(JsonNode spec, String field, Causes causes) {
        JobRules rules = new JobRules(spec, field, causes);
        rules.validateNumbers();
        rules.validateMode();
        rules.validateManager();
        rules.validateReplacement();
        new JobPolicyRules(spec, field, causes).validate();
        rules.validateTemplate();
    }

    private void validateNumbers() {
        for (String number : NUMBERS) {
            JsonNode value = spec.path(number);
            if (value.asLong(0) < 0) {
                causes.invalid(field + "." + number, value, "must be greater than or equal to 0");
            }
        }
        if (spec.hasNonNull("maxFailedIndexes") && !spec.hasNonNull("backoffLimitPerIndex")) {
            causes.required(field + ".backoffLimitPerIndex", "when maxFailedIndexes is specified");
        }
    }

    private void validateMode() {
        String mode = Json.at(spec, "completionMode");
        if (!mode.isEmpty() && !MODES.contains(mode)) {
            causes.notSupported(field + ".completionMode", mode, MODES);
        } else if (mode.equals("Indexed")) {
            validateIndexed();
        } else {
            for (String number : List.of("backoffLimitPerIndex", "maxFailedIndexes")) {
                if (spec.hasNonNull(number)) {
                    causes.invalid(field + "." + number, spec.get(number), "requires indexed completion mode");
                }
            }
        }
    }

    private void validateIndexed() {
        JsonNode most = spec.path("maxFailedIndexes");
        if (!spec.hasNonNull("completions")) {
            causes.required(field + ".completions", "when completion mode is Indexed");
        } else if (most.asLong(0) > spec.path("completions").asLong()) {
            causes.invalid(field + ".maxFailedIndexes", most, "must be less than or equal to completions");
        }
        if (spec.path("parallelism").asLong(0) > MANY) {
            causes.invalid(
                    field + ".parallelism",
                    spec.path("parallelism"),
                    "must be less than or equal to " + MANY + " when completion mode is Indexed");
        }
    }

    private void validateManager() {
        String manager = Json.at(spec, "managedBy");
        if (spec.hasNonNull("managedBy") && !manager.matches("[a-z0-9]([-a-z0-9.]*[a-z0-9])?/[-a-zA-Z0-9._~/]+")) {
            causes.invalid(field + ".managedBy", manager, "must be a domain-prefixed path (such as \"acme.io/foo\")");
        }
    }

    private void validateReplacement() {
        String policy = Json.at(spec, "podReplacementPolicy");
        List<String> possible = spec.hasNonNull("podFailurePolicy") ? List.of("Failed") : REPLACEMENTS;
        if (!policy.isEmpty() && !possible.contains(policy)) {
            causes.notSupported(field + ".podReplacementPolicy", policy, possible);
        }
    }

    private void validateTemplate() {
        PodTemplate.validate(spec.path("template"), field + ".template", causes);
        String where = field + ".template.spec.restartPolicy";
        String policy = Json.at(spec, "template", "spec", "restartPolicy");
        if (policy.equals("Always") || policy.isEmpty()) {
            causes.required(where, "valid values: \"OnFailure\", \"Never\"");
        } else if (!RESTARTS.contains(policy)) {
            causes.notSupported(where, policy, RESTARTS);
        } else if (spec.hasNonNull("podFailurePolicy") && !policy.equals("Never")) {
            causes.invalid(where, policy, "only \"Never\" is supported when podFailurePolicy is specified");
        } else if (spec.hasNonNull("backoffLimitPerIndex") && !policy.equals("Never")) {
            causes.invalid(where, policy, "only \"Never\" is supported when backoffLimitPerIndex is specified");
        }
    }
}
