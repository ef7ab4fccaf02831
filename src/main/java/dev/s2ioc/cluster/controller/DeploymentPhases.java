package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Leads a deployment from phase to phase: it goes as its deployer's pod goes. */
final class DeploymentPhases {
    private final Objects objects;
    private final Notices notices;
    private final Deployer deployer;

    DeploymentPhases(Machinery machinery, Objects objects, Deployer deployer) {
        this.objects = objects;
        this.notices = new Notices(machinery, "deployer-controller");
        this.deployer = deployer;
    }

    /**
     * Looks at one that has not ended.
     *
     * @return when to look again, whatever happens
     */
    Optional<Duration> step(JsonNode config, ObjectNode deployment, List<ObjectNode> others) {
        Optional<ObjectNode> pod = objects.get(DeployerPod.key(deployment));
        if (isCancelled(deployment)) {
            cancel(config, deployment);
        } else if (pod.isEmpty()) {
            begin(config, deployment);
        } else if (!DeployerPod.isOf(deployment, pod.get())) {
            notices.warning(
                    config,
                    "FailedCreate",
                    "Error creating deployer pod since another pod with the same name (\""
                            + DeployerPod.name(deployment) + "\") exists");
            fail(deployment, "unrelated pod with the same name as this deployment is already running");
        } else {
            return follow(deployment, pod.get(), others);
        }
        return Optional.empty();
    }

    static boolean isCancelled(JsonNode deployment) {
        return ConfigDeployment.annotation(deployment, ConfigDeployment.CANCELLED)
                .equalsIgnoreCase("true");
    }

    private void begin(JsonNode config, ObjectNode deployment) {
        if (!ConfigDeployment.is(deployment, "New")) {
            notices.warning(config, "Failed", "Deployer pod \"" + DeployerPod.name(deployment) + "\" has gone missing");
            fail(deployment, "deployer pod no longer exists");
            return;
        }
        ObjectNode pod = created(config, deployment);
        objects.change(key(deployment), object -> {
            ConfigDeployment.annotate(object, ConfigDeployment.POD, Json.at(pod, "metadata", "name"));
            ConfigDeployment.annotate(object, ConfigDeployment.CREATED, Json.at(pod, "metadata", "creationTimestamp"));
            ConfigDeployment.annotate(object, ConfigDeployment.PHASE, "Pending");
        });
    }

    private ObjectNode created(JsonNode config, ObjectNode deployment) {
        JsonNode then =
                ConfigDeployment.config(deployment).map(JsonNode.class::cast).orElse(config);
        try {
            return objects.create(
                    Objects.PODS, Json.at(deployment, "metadata", "namespace"), DeployerPod.of(then, deployment));
        } catch (StatusException e) {
            notices.warning(config, "FailedCreate", "Error creating deployer pod: " + e.getMessage());
            throw e;
        }
    }

    private Optional<Duration> follow(ObjectNode deployment, ObjectNode pod, List<ObjectNode> others) {
        switch (PodState.phase(pod)) {
            case "Succeeded" -> complete(deployment);
            case "Failed" -> fail(deployment, "");
            case "Running" -> {
                if (!ConfigDeployment.is(deployment, "Running")) {
                    objects.change(key(deployment), object -> {
                        ConfigDeployment.annotate(
                                object, ConfigDeployment.STARTED, Json.at(pod, "status", "startTime"));
                        ConfigDeployment.annotate(object, ConfigDeployment.PHASE, "Running");
                    });
                } else if (DeployerPod.isBuiltIn(pod)) {
                    return Optional.of(deployer.step(deployment, pod, others));
                }
            }
            default -> {
                if (DeployerPod.isBuiltIn(pod)) {
                    deployer.begin(pod);
                }
            }
        }
        return Optional.empty();
    }

    private void complete(JsonNode deployment) {
        objects.change(key(deployment), object -> {
            ConfigDeployment.annotate(object, ConfigDeployment.PHASE, "Complete");
            ConfigDeployment.annotate(object, ConfigDeployment.COMPLETED, objects.time());
            String wanted = ConfigDeployment.annotation(object, ConfigDeployment.DESIRED);
            ConfigDeployment.annotate(object, ConfigDeployment.REPLICAS, wanted);
            Json.child(Json.child(object, "metadata"), "annotations").remove(ConfigDeployment.DESIRED);
            dropTest(object);
        });
    }

    /** What was deployed for a test has no pods afterwards. */
    private static void dropTest(ObjectNode deployment) {
        if (ConfigDeployment.config(deployment)
                .filter(config -> config.path("spec").path("test").asBoolean())
                .isPresent()) {
            Json.child(deployment, "spec").put("replicas", 0);
        }
    }

    /** @param reason empty when the deployer's pod tells it */
    private void fail(JsonNode deployment, String reason) {
        objects.change(key(deployment), object -> {
            ConfigDeployment.annotate(object, ConfigDeployment.PHASE, "Failed");
            ConfigDeployment.annotate(object, ConfigDeployment.COMPLETED, objects.time());
            if (!reason.isEmpty()) {
                ConfigDeployment.annotate(object, ConfigDeployment.REASON, reason);
            }
            dropTest(object);
        });
    }

    /** The pods of deployer and hooks go. */
    private void cancel(JsonNode config, ObjectNode deployment) {
        for (ObjectNode pod : objects.list(Objects.PODS, Json.at(deployment, "metadata", "namespace"))) {
            if (Json.at(pod.path("metadata").path("labels"), DeployerPod.FOR)
                    .equals(Json.at(deployment, "metadata", "name"))) {
                objects.delete(Objects.PODS, pod);
            }
        }
        fail(deployment, "");
        notices.normal(
                config,
                "RolloutCancelled",
                "Rollout for \"" + Json.at(deployment, "metadata", "namespace") + "/"
                        + Json.at(deployment, "metadata", "name") + "\" cancelled");
    }

    static Key key(JsonNode deployment) {
        return Key.of(ReplicationControllerKind.TYPE.resource(), deployment);
    }
}
