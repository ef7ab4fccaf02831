package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the failures of a job's pods mean, where the job says it. */
record FailurePolicy(JsonNode job) {

    /**
     * The rule that a failed pod comes under.
     *
     * @param action FailJob, FailIndex, Ignore or Count
     */
    record Match(String action, String message) {}

    Optional<Match> match(JsonNode pod) {
        JsonNode rules = job.path("spec").path("podFailurePolicy").path("rules");
        for (int i = 0; i < rules.size(); i++) {
            JsonNode rule = rules.get(i);
            String action = Json.at(rule, "action");
            String end = " matching " + action + " rule at index " + i;
            Optional<Match> match = why(rule, pod).map(why -> new Match(action, why + end));
            if (match.isPresent()) {
                return match;
            }
        }
        return Optional.empty();
    }

    boolean isIgnored(JsonNode pod) {
        return match(pod).filter(found -> found.action().equals("Ignore")).isPresent();
    }

    private static Optional<String> why(JsonNode rule, JsonNode pod) {
        String name = Json.at(pod, "metadata", "namespace") + "/" + Json.at(pod, "metadata", "name");
        if (rule.hasNonNull("onExitCodes")) {
            return ended(pod)
                    .filter(each -> isMeant(rule.path("onExitCodes"), each))
                    .findFirst()
                    .map(each -> "Container " + Json.at(each, "name") + " for pod " + name + " failed with exit code "
                            + exitCode(each));
        }
        return rule.path("onPodConditions")
                .valueStream()
                .filter(wanted -> Conditions.get(pod.path("status"), Json.at(wanted, "type"))
                        .filter(found -> Json.at(found, "status")
                                .equals(Json.at(wanted, "status").isEmpty() ? "True" : Json.at(wanted, "status")))
                        .isPresent())
                .findFirst()
                .map(wanted -> "Pod " + name + " has condition " + Json.at(wanted, "type"));
    }

    /** The containers that have failed. */
    private static Stream<JsonNode> ended(JsonNode pod) {
        return List.of("containerStatuses", "initContainerStatuses").stream()
                .flatMap(list -> pod.path("status").path(list).valueStream())
                .filter(each -> exitCode(each) != 0);
    }

    private static long exitCode(JsonNode container) {
        return container.path("state").path("terminated").path("exitCode").asLong(0);
    }

    private static boolean isMeant(JsonNode codes, JsonNode container) {
        String name = Json.at(codes, "containerName");
        boolean among = codes.path("values").valueStream().anyMatch(value -> value.asLong() == exitCode(container));
        return (name.isEmpty() || name.equals(Json.at(container, "name")))
                && among == Json.at(codes, "operator").equals("In");
    }
}
