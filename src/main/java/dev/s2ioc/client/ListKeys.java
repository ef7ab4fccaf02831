package dev.s2ioc.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** By which field the elements of a list are told apart in a strategic merge patch; other lists are replaced as a whole. */
final class ListKeys {
    private static final Map<String, String> ANYWHERE =
            Map.of("metadata.ownerReferences", "uid", "status.conditions", "type");

    private static final Map<String, Map<String, String>> BY_KIND = Map.of(
            "ServiceAccount", Map.of("secrets", "name", "imagePullSecrets", "name"),
            "Service", Map.of("spec.ports", "port"),
            "BuildConfig", buildVolumes(),
            "Build", buildVolumes());

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

    private static final Set<String> WORKLOADS =
            Set.of("Deployment", "ReplicaSet", "ReplicationController", "DaemonSet", "StatefulSet", "Job");

    private final String kind;

    ListKeys(String kind) {
        this.kind = kind;
    }

    private static Map<String, String> buildVolumes() {
        return Map.of(
                "spec.strategy.sourceStrategy.volumes", "name",
                "spec.strategy.sourceStrategy.volumes.mounts", "destinationPath",
                "spec.strategy.dockerStrategy.volumes", "name",
                "spec.strategy.dockerStrategy.volumes.mounts", "destinationPath");
    }

    /** @param path the names of the fields down to the list; elements of lists on the way are not counted */
    Optional<String> of(List<String> path) {
        String joined = String.join(".", path);
        return Optional.ofNullable(ANYWHERE.get(joined))
                .or(() ->
                        Optional.ofNullable(BY_KIND.getOrDefault(kind, Map.of()).get(joined)))
                .or(() -> isInPod(joined) ? Optional.ofNullable(IN_PODS.get(path.getLast())) : Optional.empty());
    }

    private boolean isInPod(String path) {
        return kind.equals("Pod") && path.startsWith("spec.")
                || WORKLOADS.contains(kind) && path.startsWith("spec.template.spec.")
                || kind.equals("CronJob") && path.startsWith("spec.jobTemplate.spec.template.spec.");
    }
}
