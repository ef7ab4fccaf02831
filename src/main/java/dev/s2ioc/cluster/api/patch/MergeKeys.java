package dev.s2ioc.cluster.api.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * By which field the elements of a list are told apart when patches are merged; the API's types say so, list by list. A list
 * that is not named here is replaced as a whole.
 */
public final class MergeKeys {
    private static final Map<String, String> ANYWHERE = Map.of(
            "metadata.ownerReferences", "uid",
            "status.conditions", "type");

    private static final Map<String, String> BUILD_VOLUMES = Map.of(
            "spec.strategy.sourceStrategy.volumes", "name",
            "spec.strategy.sourceStrategy.volumes.mounts", "destinationPath",
            "spec.strategy.dockerStrategy.volumes", "name",
            "spec.strategy.dockerStrategy.volumes.mounts", "destinationPath");

    private static final Map<String, Map<String, String>> BY_KIND = Map.of(
            "ServiceAccount", Map.of("secrets", "name", "imagePullSecrets", "name"),
            "Service", Map.of("spec.ports", "port"),
            "ImageStream", Map.of("spec.tags", "name", "status.tags", "tag"),
            "Image", Map.of("signatures", "name"),
            "BuildConfig", BUILD_VOLUMES,
            "Build", BUILD_VOLUMES);

    /** Below the specification of a pod, wherever that is. */
    private static final Map<String, String> IN_PODS = Map.ofEntries(
            Map.entry("containers", "name"),
            Map.entry("initContainers", "name"),
            Map.entry("ephemeralContainers", "name"),
            Map.entry("volumes", "name"),
            Map.entry("imagePullSecrets", "name"),
            Map.entry("hostAliases", "ip"),
            Map.entry("topologySpreadConstraints", "topologyKey"),
            Map.entry("env", "name"),
            Map.entry("ports", "containerPort"),
            Map.entry("volumeMounts", "mountPath"),
            Map.entry("volumeDevices", "devicePath"));

    private static final Set<String> WITH_POD_TEMPLATE = Set.of(
            "Deployment", "DeploymentConfig", "ReplicaSet", "ReplicationController", "DaemonSet", "StatefulSet", "Job");

    private final String kind;

    public MergeKeys(ObjectNode object) {
        this.kind = Json.at(object, "kind");
    }

    /** The field that tells the elements of the list at this path apart; empty for a list that is one value. */
    public Optional<String> of(List<String> path) {
        String joined = String.join(".", path);
        return Optional.ofNullable(ANYWHERE.get(joined))
                .or(() ->
                        Optional.ofNullable(BY_KIND.getOrDefault(kind, Map.of()).get(joined)))
                .or(() -> isInPod(joined) ? Optional.ofNullable(IN_PODS.get(path.getLast())) : Optional.empty());
    }

    private boolean isInPod(String path) {
        return kind.equals("Pod") && path.startsWith("spec.")
                || WITH_POD_TEMPLATE.contains(kind) && path.startsWith("spec.template.spec.")
                || kind.equals("CronJob") && path.startsWith("spec.jobTemplate.spec.template.spec.");
    }

    /** Whether the list has a key, and each element another value in it. */
    public boolean tellApart(ArrayNode list, List<String> path) {
        Optional<String> key = of(path);
        Set<JsonNode> seen = new HashSet<>();
        return key.isPresent()
                && !list.isEmpty()
                && list.valueStream().allMatch(item -> item.hasNonNull(key.get()) && seen.add(item.get(key.get())));
    }

    /** Lists of texts that are sets. */
    public boolean isSet(List<String> path) {
        return String.join(".", path).equals("metadata.finalizers");
    }
}
