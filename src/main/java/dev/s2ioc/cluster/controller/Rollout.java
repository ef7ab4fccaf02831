package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A deployment with its replica sets: what is to be done next. Nothing is changed here.
 *
 * @param newest the replica set of the present template, if there is one yet
 * @param older the others, the oldest first
 */
record Rollout(JsonNode deployment, Optional<ObjectNode> newest, List<ObjectNode> older) {
    static final String HASH = "pod-template-hash";

    static Rollout of(JsonNode deployment, List<ObjectNode> sets) {
        List<ObjectNode> byAge =
                sets.stream().sorted(Comparator.comparing(Rollout::created)).toList();
        Optional<ObjectNode> newest =
                byAge.stream().filter(set -> hasTemplate(set, deployment)).findFirst();
        return new Rollout(
                deployment,
                newest,
                byAge.stream()
                        .filter(set -> newest.isEmpty() || set != newest.get())
                        .toList());
    }

    private static String created(JsonNode set) {
        return Json.at(set, "metadata", "creationTimestamp") + " " + Json.at(set, "metadata", "name");
    }

    static boolean hasTemplate(JsonNode set, JsonNode deployment) {
        return Canonical.equal(withoutHash(set), withoutHash(deployment));
    }

    private static JsonNode withoutHash(JsonNode workload) {
        ObjectNode template = workload.path("spec").path("template").deepCopy();
        if (template.path("metadata").path("labels") instanceof ObjectNode labels) {
            labels.remove(HASH);
        }
        return template;
    }

    List<ObjectNode> all() {
        return Stream.concat(newest.stream(), older.stream()).toList();
    }

    long wanted() {
        return deployment.path("spec").path("replicas").asLong();
    }

    boolean isRolling() {
        return Json.at(deployment, "spec", "strategy", "type").equals("RollingUpdate");
    }

    boolean isPaused() {
        return deployment.path("spec").path("paused").asBoolean();
    }

    private JsonNode rolling(String field) {
        return deployment.path("spec").path("strategy").path("rollingUpdate").path(field);
    }

    long surge() {
        return isRolling() ? Amount.of(rolling("maxSurge"), wanted(), true) : 0;
    }

    long unavailable() {
        if (!isRolling() || wanted() == 0) {
            return 0;
        }
        long part = Amount.of(rolling("maxUnavailable"), wanted(), false);
        return Math.min(part == 0 && surge() == 0 ? 1 : part, wanted());
    }

    static long replicas(JsonNode set) {
        return set.path("spec").path("replicas").asLong();
    }

    static long available(JsonNode set) {
        return set.path("status").path("availableReplicas").asLong(0);
    }

    static long sum(List<ObjectNode> sets) {
        return sets.stream().mapToLong(Rollout::replicas).sum();
    }

    /** How many pods the newest replica set may have now. */
    long nextOfNewest() {
        long present = newest.map(Rollout::replicas).orElse(0L);
        if (!isRolling()) {
            return wanted();
        }
        if (present > wanted()) {
            return wanted();
        }
        long room = wanted() + surge() - sum(all());
        return room <= 0 ? present : present + Math.min(room, wanted() - present);
    }

    /** Which older replica sets get fewer pods now: first those that are not available, then as many as may be missed. */
    List<Scaling> shrinking() {
        long newestMissing = newest.map(set -> replicas(set) - available(set)).orElse(0L);
        long least = wanted() - unavailable();
        long most = sum(all()) - least - newestMissing;
        if (sum(older) == 0 || most <= 0) {
            return List.of();
        }
        List<Scaling> scalings = new ArrayList<>();
        long gone = 0;
        long spare = all().stream().mapToLong(Rollout::available).sum() - least;
        for (ObjectNode set : older) {
            long unhealthy = Math.min(most - gone, replicas(set) - Math.min(available(set), replicas(set)));
            long healthy = Math.clamp(spare, 0, replicas(set) - unhealthy);
            gone += unhealthy;
            spare -= healthy;
            if (unhealthy + healthy > 0) {
                scalings.add(new Scaling(set, replicas(set) - unhealthy - healthy));
            }
        }
        return scalings;
    }

    /** Whether nothing is left to do but to wait for nobody. */
    boolean isComplete(JsonNode status) {
        return status.path("updatedReplicas").asLong(0) == wanted()
                && status.path("replicas").asLong(0) == wanted()
                && status.path("availableReplicas").asLong(0) == wanted();
    }

    /** A replica set and how many pods it shall have. */
    record Scaling(ObjectNode set, long replicas) {
        boolean isNew() {
            return Rollout.replicas(set) != replicas;
        }
    }
}
