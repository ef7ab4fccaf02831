package dev.s2ioc.cluster.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.engine.EngineException;
import dev.s2ioc.cluster.kind.EventRecorder;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.ProjectData;
import dev.s2ioc.cluster.storage.ClaimUsers;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.util.Optional;

/** Finds pods their place: this machine, if it has what they ask for and can run containers at all. */
final class Scheduler {
    private static final String NONE = "0/1 nodes are available: ";
    /** What Kubernetes adds where no pod of lower priority could make room. */
    private static final String NO_HELP =
            ". preemption: 0/1 nodes are available: 1 Preemption is not helpful for scheduling.";

    private final Machinery machinery;
    private final KubeletSettings settings;
    private final EventRecorder events;

    Scheduler(Machinery machinery, KubeletSettings settings) {
        this.machinery = machinery;
        this.settings = settings;
        this.events = new EventRecorder(machinery, "default-scheduler");
    }

    /** Answers whether the pod has a place now. */
    boolean place(Key key, ObjectNode pod) throws InterruptedException {
        if (!Json.at(pod, "spec", "schedulerName").equals("default-scheduler")) {
            return false;
        }
        Optional<String> obstacle = obstacle(pod);
        String uid = Json.at(pod, "metadata", "uid");
        if (obstacle.isPresent()) {
            machinery.store().update(key, stored -> isSame(stored, uid) ? pending(stored, obstacle.get()) : stored);
            new PodEvents(events, pod).warning("FailedScheduling", obstacle.get());
            return false;
        }
        machinery.store().update(key, stored -> {
            if (isSame(stored, uid) && Json.at(stored, "spec", "nodeName").isEmpty()) {
                Json.child(stored, "spec").put("nodeName", Node.NAME);
                condition(stored, true, "", "");
            }
            return stored;
        });
        new PodEvents(events, pod)
                .normal(
                        "Scheduled",
                        "Successfully assigned " + key.namespace() + "/" + key.name() + " to " + Node.NAME);
        return true;
    }

    static boolean isSame(JsonNode pod, String uid) {
        return Json.at(pod, "metadata", "uid").equals(uid);
    }

    private Optional<String> obstacle(JsonNode pod) throws InterruptedException {
        JsonNode spec = pod.path("spec");
        Optional<String> missing = ClaimUsers.claims(pod)
                .flatMap(claim -> obstacle(pod, claim).stream())
                .findFirst();
        if (missing.isPresent()) {
            return missing.map(why -> NONE + why + NO_HELP);
        }
        if (!Node.matches(spec)) {
            return Optional.of(NONE + "1 node(s) didn't match Pod's node affinity/selector" + NO_HELP);
        }
        try {
            settings.engines().engine().containers();
            return Optional.empty();
        } catch (EngineException e) {
            return Optional.of(NONE + e.getMessage());
        }
    }

    private Optional<String> obstacle(JsonNode pod, String name) {
        String namespace = Json.at(pod, "metadata", "namespace");
        String what = "persistentvolumeclaim \"" + name + "\" ";
        Optional<ObjectNode> claim = new ProjectData(machinery.store(), namespace).claim(name);
        if (claim.isEmpty()) {
            return Optional.of(what + "not found");
        }
        if (claim.get().path("metadata").has("deletionTimestamp")) {
            return Optional.of(what + "is being deleted");
        }
        if (!Json.at(claim.get(), "status", "phase").equals("Bound")) {
            return Optional.of("pod has unbound immediate PersistentVolumeClaims");
        }
        boolean single = claim.get()
                .path("spec")
                .path("accessModes")
                .valueStream()
                .anyMatch(mode -> mode.asText().equals("ReadWriteOncePod"));
        return single
                        && new ClaimUsers(machinery.store())
                                .of(namespace, name)
                                .findAny()
                                .isPresent()
                ? Optional.of(
                        "1 node has pod using PersistentVolumeClaim with the same name and ReadWriteOncePod access"
                                + " mode")
                : Optional.empty();
    }

    private ObjectNode pending(ObjectNode pod, String why) {
        condition(pod, false, "Unschedulable", why);
        return pod;
    }

    private void condition(ObjectNode pod, boolean holds, String reason, String message) {
        ObjectNode status = Json.child(pod, "status");
        ArrayNode before = Json.items(status, "conditions").deepCopy();
        new PodConditions(status.putArray("conditions"), before, machinery.now())
                .put("PodScheduled", holds, reason, message);
    }
}
