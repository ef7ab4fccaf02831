package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.image.ImageStreamKind;
import dev.s2ioc.cluster.image.ImageStreams;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.Reconciler;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.log.Journals;
import dev.s2ioc.cluster.store.Event;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Deploys configurations when their triggers say so, and keeps as many pods as they want. */
final class DeploymentConfigController implements Controller {
    private static final Type TYPE = DeploymentConfigKind.TYPE;
    private static final Type DEPLOYMENTS = ReplicationControllerKind.TYPE;

    private final Objects objects;
    private final ImageStreams streams;
    private final Notices notices;
    private final Deployer deployer;
    private final DeploymentPhases phases;
    private final Reconciler reconciler;

    DeploymentConfigController(
            Machinery machinery, ImageStreams streams, Journals journals, Consumer<Throwable> failures) {
        this.objects = new Objects(machinery);
        this.streams = streams;
        this.notices = new Notices(machinery, "deploymentconfig-controller");
        this.deployer = new Deployer(machinery, objects, journals);
        this.phases = new DeploymentPhases(machinery, objects, deployer);
        this.reconciler = new Reconciler("deploymentconfig-controller", machinery, this::look, failures)
                .of(TYPE)
                .with(DEPLOYMENTS, new Concerned(objects, TYPE)::byOwned)
                .with(Objects.PODS, this::deploying)
                .with(ImageStreamKind.TYPE, this::following);
    }

    /** Whose deployer, or hook, the pod is. */
    private Stream<Key> deploying(Event event) {
        String deployment = Json.at(event.object().path("metadata").path("labels"), DeployerPod.FOR);
        if (deployment.isEmpty()) {
            return Stream.empty();
        }
        if (event.type() == Event.Type.DELETED && DeployerPod.isBuiltIn(event.object())) {
            deployer.forget(event.object());
        }
        return objects
                .get(new Key(DEPLOYMENTS.resource(), event.key().namespace(), deployment))
                .flatMap(found -> Owner.of(found, TYPE))
                .stream();
    }

    private Stream<Key> following(Event stream) {
        return objects.list(TYPE, "").stream()
                .filter(config -> ConfigTrigger.of(config).stream()
                        .anyMatch(each -> each.looksAt(
                                stream.key().namespace(), stream.key().name())))
                .map(config -> Key.of(TYPE.resource(), config));
    }

    @Override
    public void start() {
        reconciler.start();
    }

    private void look(Key key) {
        objects.get(key).filter(found -> !Claims.isLeaving(found)).ifPresent(found -> {
            ObjectNode config = pulled(key, found);
            List<ObjectNode> all = deployments(config);
            if (isPaused(config)) {
                prune(config, all);
            } else if (hasImages(config)) {
                config = triggered(key, config, all);
                if (deploy(config, all)) {
                    all = deployments(config);
                }
            }
            ObjectNode seen = config;
            List<ObjectNode> now = all;
            objects.report(
                    key,
                    object -> new ConfigStatus(object, seen, now, objects.time()).write(Json.child(object, "status")));
        });
    }

    /** What has no image yet waits for its trigger. */
    private static boolean hasImages(JsonNode config) {
        return config.path("spec")
                .path("template")
                .path("spec")
                .path("containers")
                .valueStream()
                .noneMatch(each -> Json.at(each, "image").isBlank());
    }

    private static boolean isPaused(JsonNode config) {
        return config.path("spec").path("paused").asBoolean();
    }

    /** With the newest images of the tags that it follows. */
    private ObjectNode pulled(Key key, ObjectNode config) {
        return !isPaused(config) && pull(config.deepCopy()) ? objects.change(key, this::pull) : config;
    }

    private boolean pull(ObjectNode config) {
        return ConfigTrigger.of(config).stream()
                        .filter(ConfigTrigger::isAutomatic)
                        .filter(each -> each.pull(streams))
                        .count()
                > 0;
    }

    /** The newest first. */
    private List<ObjectNode> deployments(JsonNode config) {
        return objects.list(DEPLOYMENTS, Json.at(config, "metadata", "namespace")).stream()
                .filter(each -> Owner.owns(config, each))
                .sorted(Comparator.comparingLong(ConfigDeployment::version).reversed())
                .toList();
    }

    private static Optional<ObjectNode> latest(JsonNode config, List<ObjectNode> all) {
        return all.stream()
                .filter(each -> ConfigDeployment.version(each) == ConfigDeployment.latest(config))
                .findFirst();
    }

    private ObjectNode triggered(Key key, ObjectNode config, List<ObjectNode> all) {
        Optional<ObjectNode> latest = latest(config, all);
        if (ConfigDeployment.latest(config) > 0 && latest.isEmpty()) {
            return config;
        }
        ArrayNode causes = ConfigCauses.of(config, latest.flatMap(ConfigDeployment::config));
        long version = ConfigDeployment.latest(config);
        return causes.isEmpty()
                ? config
                : objects.report(key, object -> {
                            if (ConfigDeployment.latest(object) == version) {
                                ConfigCauses.advance(object, causes);
                            }
                        })
                        .orElse(config);
    }

    /** Whether anything was to be done. */
    private boolean deploy(ObjectNode config, List<ObjectNode> all) {
        if (ConfigDeployment.latest(config) == 0) {
            return false;
        }
        List<ObjectNode> running = all.stream()
                .filter(each -> ConfigDeployment.version(each) != ConfigDeployment.latest(config))
                .filter(each -> !ConfigDeployment.hasEnded(each))
                .toList();
        Optional<ObjectNode> latest = latest(config, all);
        if (!running.isEmpty()) {
            running.forEach(each -> cancel(config, each));
        } else if (latest.isEmpty()) {
            create(config);
        } else if (ConfigDeployment.hasEnded(latest.get())) {
            keep(config, all);
        } else {
            List<ObjectNode> older =
                    all.stream().filter(each -> each != latest.get()).toList();
            phases.step(config, latest.get(), older)
                    .ifPresent(delay -> reconciler.later(Key.of(TYPE.resource(), config), delay));
        }
        return true;
    }

    /** A newer version takes the place of one that is still on its way. */
    private void cancel(ObjectNode config, ObjectNode deployment) {
        if (!DeploymentPhases.isCancelled(deployment)) {
            objects.change(DeploymentPhases.key(deployment), object -> {
                ConfigDeployment.annotate(object, ConfigDeployment.CANCELLED, "true");
                ConfigDeployment.annotate(object, ConfigDeployment.REASON, "newer deployment was found running");
            });
            long version = ConfigDeployment.latest(config);
            notices.normal(
                    config,
                    "DeploymentCancelled",
                    "Cancelled deployment \"" + Json.at(deployment, "metadata", "name") + "\" superceded by version "
                            + version);
            notices.normal(
                    config,
                    "DeploymentAwaitingCancellation",
                    "Deployment of version " + version + " awaiting cancellation of older running deployments");
        } else {
            phases.step(config, deployment, List.of());
        }
    }

    private void create(ObjectNode config) {
        ObjectNode created = made(config);
        notices.normal(
                config,
                "DeploymentCreated",
                "Created new replication controller \"" + Json.at(created, "metadata", "name") + "\" for version "
                        + ConfigDeployment.latest(config));
    }

    private ObjectNode made(ObjectNode config) {
        try {
            return objects.create(DEPLOYMENTS, Json.at(config, "metadata", "namespace"), ConfigDeployment.of(config));
        } catch (StatusException e) {
            notices.warning(
                    config,
                    "DeploymentCreationFailed",
                    "Couldn't deploy version " + ConfigDeployment.latest(config) + ": " + e.getMessage());
            throw e;
        }
    }

    /** The last deployment that was complete has the pods, whatever became of later ones. */
    private void keep(ObjectNode config, List<ObjectNode> all) {
        long wanted = config.path("spec").path("replicas").asLong(0);
        Optional<ObjectNode> active = all.stream()
                .filter(each -> ConfigDeployment.is(each, "Complete"))
                .findFirst();
        boolean test = config.path("spec").path("test").asBoolean();
        for (ObjectNode each : all) {
            boolean has = active.isPresent() && each == active.get() && !test;
            if (Rollout.replicas(each) != (has ? wanted : 0)) {
                scale(config, each, has ? wanted : 0);
            }
        }
        prune(config, all);
    }

    private void scale(ObjectNode config, ObjectNode deployment, long wanted) {
        objects.change(
                DeploymentPhases.key(deployment),
                object -> Json.child(object, "spec").put("replicas", wanted));
        notices.normal(
                config,
                "ReplicationControllerScaled",
                "Scaled replication controller \"" + Json.at(deployment, "metadata", "name") + "\" from "
                        + Rollout.replicas(deployment) + " to " + wanted);
    }

    private void prune(ObjectNode config, List<ObjectNode> all) {
        Optional<ObjectNode> latest = latest(config, all);
        Optional<ObjectNode> active = all.stream()
                .filter(each -> ConfigDeployment.is(each, "Complete"))
                .findFirst();
        long limit = config.path("spec").path("revisionHistoryLimit").asLong(Integer.MAX_VALUE);
        all.stream()
                .filter(each -> latest.isEmpty() || each != latest.get())
                .filter(each -> active.isEmpty() || each != active.get())
                .filter(ConfigDeployment::hasEnded)
                .filter(each -> each.path("status").path("replicas").asLong(0) == 0)
                .skip(limit)
                .forEach(each -> objects.delete(DEPLOYMENTS, each));
    }

    @Override
    public void close() {
        reconciler.close();
    }
}
