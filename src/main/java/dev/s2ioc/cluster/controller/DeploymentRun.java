package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A deployment on its way.
 *
 * @param config as it was when the deployment was made
 * @param pod of the deployer
 * @param from the last deployment that was complete
 * @param others all older ones
 */
record DeploymentRun(
        JsonNode config, ObjectNode pod, ObjectNode newest, Optional<ObjectNode> from, List<ObjectNode> others) {
    /** Which of the steps the deployer is at, and since when; kept at its pod, for a cluster that ends in between. */
    static final String STAGE = "s2ioc.dev/deployer-stage";

    static final String SINCE = "s2ioc.dev/deployer-stage-since";

    private static final List<String> ROLLING = List.of("pre", "roll", "post");
    private static final List<String> RECREATE = List.of("pre", "down", "mid", "check", "up", "post");

    /** Without something to replace, rolling is to begin with all. */
    List<String> stages() {
        return ConfigStrategy.isRolling(config) && from.isPresent() ? ROLLING : RECREATE;
    }

    String stage() {
        return ConfigDeployment.annotation(pod, STAGE);
    }

    Instant since() {
        return Instant.parse(ConfigDeployment.annotation(pod, SINCE));
    }

    Instant deadline() {
        return since().plusSeconds(ConfigStrategy.timeout(config));
    }

    /** When all has to be over. */
    Instant end() {
        return Instant.parse(Json.at(pod, "metadata", "creationTimestamp"))
                .plusSeconds(pod.path("spec").path("activeDeadlineSeconds").asLong(21_600));
    }

    JsonNode parameters() {
        return ConfigStrategy.parameters(config);
    }

    JsonNode hook(String stage) {
        return parameters().path(stage);
    }

    long wanted() {
        return newest.path("metadata")
                .path("annotations")
                .path(ConfigDeployment.DESIRED)
                .asLong(config.path("spec").path("replicas").asLong(0));
    }

    String name() {
        return Json.at(newest, "metadata", "name");
    }

    String namespace() {
        return Json.at(newest, "metadata", "namespace");
    }
}
