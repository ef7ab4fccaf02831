package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The pod in which a deployment's hook runs its command: like one of the deployment's pods, with what the hook changes of it. */
final class HookPod {
    private static final String TYPE = "openshift.io/deployer-pod.type";
    private static final String CONTAINER = "lifecycle";

    private HookPod() {}

    static String name(DeploymentRun run, String label) {
        return run.name() + "-hook-" + label;
    }

    /** A container of the deployment's template. */
    static Optional<JsonNode> container(DeploymentRun run, String name) {
        return template(run)
                .path("containers")
                .valueStream()
                .filter(each -> Json.at(each, "name").equals(name))
                .findFirst();
    }

    private static JsonNode template(DeploymentRun run) {
        return run.newest().path("spec").path("template").path("spec");
    }

    static ObjectNode of(DeploymentRun run, JsonNode hook, String label, Instant now) throws DeployerFailure {
        JsonNode exec = hook.path("execNewPod");
        String name = Json.at(exec, "containerName");
        JsonNode base = container(run, name)
                .orElseThrow(() -> new DeployerFailure("no container named '" + name + "' found in rc template"));
        ObjectNode pod = Json.object();
        ObjectNode metadata = pod.putObject("metadata").put("name", name(run, label));
        metadata.putObject("annotations").put(ConfigDeployment.NAME, run.name());
        metadata.putObject("labels").put(DeployerPod.FOR, run.name()).put(TYPE, "hook-" + label);
        DeployerPod.own(metadata, run.newest());
        DeployerPod.addTo(metadata, run.config().path("spec").path("strategy"));
        pod.set("spec", spec(run, hook, base, now));
        return pod;
    }

    private static ObjectNode spec(DeploymentRun run, JsonNode hook, JsonNode base, Instant now) {
        JsonNode exec = hook.path("execNewPod");
        Set<String> names =
                exec.path("volumes").valueStream().map(JsonNode::asText).collect(Collectors.toSet());
        ObjectNode spec = Json.object();
        ObjectNode container = spec.putArray("containers").addObject().put("name", CONTAINER);
        for (String field : List.of("image", "imagePullPolicy", "workingDir", "resources", "securityContext")) {
            copy(base, container, field);
        }
        copy(exec, container, "command");
        container.set("env", environment(run, base, exec));
        container.set("volumeMounts", named(base.path("volumeMounts"), names));
        JsonNode template = template(run);
        spec.set("volumes", named(template.path("volumes"), names));
        for (String field : List.of("securityContext", "nodeSelector", "imagePullSecrets")) {
            copy(template, spec, field);
        }
        long left = Duration.between(now, run.end()).toSeconds();
        boolean retries = Json.at(hook, "failurePolicy").equals("Retry");
        return spec.put("activeDeadlineSeconds", Math.max(1, left))
                .put("restartPolicy", retries ? "OnFailure" : "Never")
                .put("terminationGracePeriodSeconds", 10);
    }

    private static void copy(JsonNode from, ObjectNode to, String field) {
        if (from.hasNonNull(field)) {
            to.set(field, from.path(field).deepCopy());
        }
    }

    private static ArrayNode named(JsonNode list, Set<String> names) {
        ArrayNode found = Json.array();
        list.valueStream()
                .filter(each -> names.contains(Json.at(each, "name")))
                .forEach(each -> found.add(each.deepCopy()));
        return found;
    }

    /** What the hook says goes before what the container says. */
    private static ArrayNode environment(DeploymentRun run, JsonNode base, JsonNode exec) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        for (JsonNode from : List.of(base.path("env"), exec.path("env"))) {
            from.forEach(each -> all.put(Json.at(each, "name"), each));
        }
        ArrayNode merged = Json.array();
        all.values().forEach(each -> merged.add(each.deepCopy()));
        return DeployerPod.addDeployment(merged, run.newest());
    }
}
