package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.Optional;

/**
 * Brings the pods of a stateful set to what it wants, by as many steps as can be taken now.
 *
 * @param current the revision that pods below the partition are of
 * @param newest the one that the others shall be of
 */
record StatefulRollout(StatefulPods pods, ObjectNode current, ObjectNode newest, StatefulPodMaker maker) {

    void advance() {
        if (fill() && shrink()) {
            update();
        }
    }

    private JsonNode set() {
        return pods.set();
    }

    /** Whether each pod waits for those before it. */
    private boolean isOrdered() {
        return !Json.at(set(), "spec", "podManagementPolicy").equals("Parallel");
    }

    /** Makes those that are missing; answers whether what comes after that can be done. */
    private boolean fill() {
        for (long ordinal = pods.first(); ordinal < pods.end(); ordinal++) {
            Optional<ObjectNode> pod = pods.at(ordinal);
            boolean waits = pod.isEmpty() ? make(ordinal) : tend(ordinal, pod.get());
            if (waits && isOrdered()) {
                return false;
            }
        }
        return true;
    }

    private boolean make(long ordinal) {
        boolean older = isRolling() && ordinal < pods.first() + partition();
        maker.create(set(), ordinal, older ? current : newest);
        return true;
    }

    /** Answers whether the ones after it have to wait. */
    private boolean tend(long ordinal, ObjectNode pod) {
        if (Claims.isLeaving(pod)) {
            return true;
        }
        if (PodState.hasEnded(pod)) {
            maker.replace(set(), pod);
            return true;
        }
        if (PodState.phase(pod).equals("Pending")) {
            maker.claims().ensure(set(), ordinal);
        }
        maker.claims().own(set(), pod, ordinal, false);
        return !pods.isHealthy(pod) || !pods.isAvailable(pod);
    }

    /** Deletes those that are too many, the last one first; answers whether what comes after that can be done. */
    private boolean shrink() {
        for (ObjectNode pod : pods.surplus()) {
            if (!Claims.isLeaving(pod)) {
                maker.claims().own(set(), pod, StatefulPods.ordinal(set(), pod).orElseThrow(), true);
                maker.delete(set(), pod);
            }
            if (isOrdered()) {
                return false;
            }
        }
        return true;
    }

    private boolean isRolling() {
        return Json.at(set(), "spec", "updateStrategy", "type").equals("RollingUpdate");
    }

    private JsonNode rolling() {
        return set().path("spec").path("updateStrategy").path("rollingUpdate");
    }

    private long partition() {
        return rolling().path("partition").asLong(0);
    }

    /** Has the pods of an older revision made anew, the last one first, as long as not too many are missing. */
    private void update() {
        if (!isRolling()) {
            return;
        }
        JsonNode most = rolling().path("maxUnavailable");
        long allowed = most.isMissingNode() || most.isNull() ? 1 : Math.max(1, Amount.of(most, pods.replicas(), false));
        long missing = 0;
        for (long ordinal = pods.end() - 1; ordinal >= pods.first() + partition() && missing < allowed; ordinal--) {
            Optional<ObjectNode> pod = pods.at(ordinal);
            boolean older = pod.isPresent()
                    && !Claims.isLeaving(pod.get())
                    && !StatefulPods.revision(pod.get()).equals(RevisionHistory.name(newest));
            if (older) {
                maker.delete(set(), pod.get());
            }
            if (older || pod.isEmpty() || !pods.isHealthy(pod.get())) {
                missing++;
            }
        }
    }
}
