package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.store.Json;
import java.util.List;

/** What jobs must and must not say, be they objects of their own or templates of such. */
final class JobRules {
    private static final List<String> RESTARTS = List.of("OnFailure", "Never");
    private static final List<String> NUMBERS =
            List.of("parallelism", "completions", "backoffLimit", "activeDeadlineSeconds", "ttlSecondsAfterFinished");

    private JobRules() {}

    /** @param field where the specification is: {@code spec}, or {@code spec.jobTemplate.spec} */
    static void validate(JsonNode spec, String field, Causes causes) {
        for (String number : NUMBERS) {
            JsonNode value = spec.path(number);
            if (value.asLong(0) < 0) {
                causes.invalid(field + "." + number, value, "must be greater than or equal to 0");
            }
        }
        PodTemplate.validate(spec.path("template"), field + ".template", RESTARTS, causes);
        String mode = Json.at(spec, "completionMode");
        if (!mode.isEmpty() && !mode.equals("NonIndexed")) {
            causes.notSupported(field + ".completionMode", mode, List.of("NonIndexed"));
        }
        for (String name : List.of("podFailurePolicy", "successPolicy", "backoffLimitPerIndex", "managedBy")) {
            if (spec.hasNonNull(name)) {
                causes.forbidden(field + "." + name, "this cluster does not have it; leave it away");
            }
        }
    }
}
