package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.controller.Rollout.Scaling;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Does what OpenShift's deployer pods do, step by step: brings the pods of the newest deployment up and those of older ones down. */
final class Deployer {
    private final Objects objects;

    Deployer(Objects objects) {
        this.objects = objects;
    }

    /** One step of the newest deployment, which has not ended; called again whenever something has changed. */
    void step(JsonNode config, ObjectNode newest, List<ObjectNode> older) {
        long wanted = config.path("spec").path("replicas").asLong(0);
        if (ConfigDeployment.annotation(newest, ConfigDeployment.CANCELLED).equals("true")) {
            end(newest, "Failed", 0, "error: the deployment was cancelled");
        } else if (!ConfigDeployment.is(newest, "Running")) {
            begin(config, newest, older, wanted);
        } else if (isLate(config, newest)) {
            end(newest, "Failed", 0, "error: timed out waiting for pods of " + name(newest) + " to become available");
        } else if (ConfigStrategy.isRolling(config)) {
            roll(config, newest, older, wanted);
        } else {
            recreate(config, newest, older, wanted);
        }
    }

    private static String name(JsonNode deployment) {
        return Json.at(deployment, "metadata", "name");
    }

    private void begin(JsonNode config, ObjectNode newest, List<ObjectNode> older, long wanted) {
        long before = Rollout.sum(older);
        Rollout rollout = rollout(config, newest, older);
        String line = before == 0
                ? "--> Scaling " + name(newest) + " to " + wanted
                : ConfigStrategy.isRolling(config)
                        ? "--> Scaling up " + name(newest) + " from 0 to " + wanted + ", scaling down "
                                + name(active(older)) + " from " + before + " to 0 (keep "
                                + (wanted - rollout.unavailable()) + " pods available, don't exceed "
                                + (wanted + rollout.surge()) + " pods)"
                        : "--> Scaling " + name(active(older)) + " down to zero";
        objects.change(key(newest), object -> {
            ConfigDeployment.annotate(object, ConfigDeployment.PHASE, "Running");
            ConfigDeployment.annotate(object, ConfigDeployment.STARTED, objects.time());
            ConfigDeployment.annotate(object, ConfigDeployment.LOG, line + "\n");
        });
    }

    private static JsonNode active(List<ObjectNode> older) {
        return older.stream()
                .filter(each -> Rollout.replicas(each) > 0)
                .findFirst()
                .orElseThrow();
    }

    private boolean isLate(JsonNode config, JsonNode newest) {
        return !objects.now().isBefore(deadline(config, newest));
    }

    static Instant deadline(JsonNode config, JsonNode newest) {
        String started = ConfigDeployment.annotation(newest, ConfigDeployment.STARTED);
        return Instant.parse(started.isEmpty() ? Json.at(newest, "metadata", "creationTimestamp") : started)
                .plusSeconds(ConfigStrategy.timeout(config));
    }

    /** The same arithmetic as that of deployments. */
    private static Rollout rollout(JsonNode config, ObjectNode newest, List<ObjectNode> older) {
        ObjectNode like = Json.object();
        ObjectNode spec = like.putObject("spec");
        spec.set("replicas", config.path("spec").path("replicas"));
        JsonNode parameters = config.path("spec").path("strategy").path("rollingParams");
        ObjectNode strategy = spec.putObject("strategy").put("type", "RollingUpdate");
        strategy.putObject("rollingUpdate")
                .<ObjectNode>set("maxSurge", parameters.path("maxSurge"))
                .set("maxUnavailable", parameters.path("maxUnavailable"));
        return new Rollout(like, Optional.of(newest), older);
    }

    private void roll(JsonNode config, ObjectNode newest, List<ObjectNode> older, long wanted) {
        Rollout rollout = rollout(config, newest, older);
        Scaling growing = new Scaling(newest, rollout.nextOfNewest());
        List<Scaling> shrinking = growing.isNew() ? List.of(growing) : rollout.shrinking();
        for (Scaling each : shrinking) {
            scale(newest, each);
        }
        if (shrinking.isEmpty()) {
            finish(config, newest, older, wanted);
        }
    }

    private void recreate(JsonNode config, ObjectNode newest, List<ObjectNode> older, long wanted) {
        List<ObjectNode> active = older.stream()
                .filter(each -> Rollout.replicas(each) > 0
                        || each.path("status").path("replicas").asLong(0) > 0)
                .toList();
        if (!active.isEmpty()) {
            active.stream()
                    .map(each -> new Scaling(each, 0))
                    .filter(Scaling::isNew)
                    .forEach(each -> scale(newest, each));
        } else if (Rollout.replicas(newest) != wanted) {
            scale(newest, new Scaling(newest, wanted));
        } else {
            finish(config, newest, older, wanted);
        }
    }

    private void scale(JsonNode newest, Scaling scaling) {
        boolean up = scaling.replicas() > Rollout.replicas(scaling.set());
        say(newest, "    Scaling " + name(scaling.set()) + (up ? " up" : " down") + " to " + scaling.replicas());
        objects.change(key(scaling.set()), object -> Json.child(object, "spec").put("replicas", scaling.replicas()));
    }

    private void finish(JsonNode config, ObjectNode newest, List<ObjectNode> older, long wanted) {
        boolean done = Rollout.available(newest) >= wanted
                && Rollout.replicas(newest) == wanted
                && Rollout.sum(older) == 0
                && newest.path("status").path("observedGeneration").asLong(0)
                        >= newest.path("metadata").path("generation").asLong(0);
        if (done) {
            boolean test = config.path("spec").path("test").asBoolean();
            end(newest, "Complete", test ? 0 : wanted, "--> Success");
        }
    }

    private void say(JsonNode newest, String line) {
        objects.change(key(newest), object -> add(object, line));
    }

    private static void add(ObjectNode deployment, String line) {
        ConfigDeployment.annotate(
                deployment,
                ConfigDeployment.LOG,
                ConfigDeployment.annotation(deployment, ConfigDeployment.LOG) + line + "\n");
    }

    private void end(JsonNode newest, String phase, long replicas, String line) {
        objects.change(key(newest), object -> {
            ConfigDeployment.annotate(object, ConfigDeployment.PHASE, phase);
            Json.child(object, "spec").put("replicas", replicas);
            add(object, line);
        });
    }

    static Key key(JsonNode deployment) {
        return Key.of(ReplicationControllerKind.TYPE.resource(), deployment);
    }
}
