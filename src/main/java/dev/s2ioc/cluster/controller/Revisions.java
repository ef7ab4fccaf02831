package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The revisions of a deployment: which number a replica set has, and what it takes over from the deployment. */
final class Revisions {
    static final String REVISION = "deployment.kubernetes.io/revision";
    private static final String HISTORY = "deployment.kubernetes.io/revision-history";
    private static final Set<String> OWN = Set.of(
            "kubectl.kubernetes.io/last-applied-configuration",
            REVISION,
            HISTORY,
            Proportions.DESIRED,
            Proportions.MAX,
            "deprecated.deployment.rollback.to");

    private Revisions() {}

    static long of(JsonNode object) {
        String revision = Json.at(object.path("metadata").path("annotations"), REVISION);
        return revision.matches("[0-9]{1,18}") ? Long.parseLong(revision) : 0;
    }

    static long next(List<ObjectNode> older) {
        return older.stream().mapToLong(Revisions::of).max().orElse(0) + 1;
    }

    /** Gives the newest replica set its number, and the deployment's annotations. */
    static void mark(ObjectNode set, JsonNode deployment, long revision) {
        ObjectNode annotations = Json.child(Json.child(set, "metadata"), "annotations");
        deployment.path("metadata").path("annotations").properties().forEach(each -> {
            if (!OWN.contains(each.getKey())) {
                annotations.set(each.getKey(), each.getValue());
            }
        });
        long before = of(set);
        if (before >= revision) {
            return;
        }
        annotations.put(REVISION, Long.toString(revision));
        if (before > 0) {
            String history = Json.at(annotations, HISTORY);
            annotations.put(HISTORY, (history.isEmpty() ? "" : history + ",") + before);
        }
    }

    /** Notes for how many pods a replica set was scaled. */
    static void noteSize(ObjectNode set, long wanted, long most) {
        Json.child(Json.child(set, "metadata"), "annotations")
                .put(Proportions.DESIRED, Long.toString(wanted))
                .put(Proportions.MAX, Long.toString(most));
    }

    /** The replica sets beyond those that are kept to go back to. */
    static List<ObjectNode> beyond(List<ObjectNode> older, long limit) {
        List<ObjectNode> staying =
                older.stream().filter(set -> !Claims.isLeaving(set)).toList();
        return staying.stream()
                .sorted(Comparator.comparingLong(Revisions::of))
                .limit(Math.max(0, staying.size() - limit))
                .filter(set -> Rollout.replicas(set) == 0
                        && set.path("status").path("replicas").asLong(0) == 0
                        && set.path("status").path("observedGeneration").asLong(0)
                                >= set.path("metadata").path("generation").asLong(0))
                .toList();
    }
}
