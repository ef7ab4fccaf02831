package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.Reconciler;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Keeps one pod of each daemon set on the one node, of the newest template in the end. */
final class DaemonSetController implements Controller {
    private static final Type TYPE = DaemonSetKind.TYPE;
    /** What ends at once is not made again at once. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final List<String> BORNE = List.of(
            "not-ready NoExecute",
            "unreachable NoExecute",
            "disk-pressure NoSchedule",
            "memory-pressure NoSchedule",
            "pid-pressure NoSchedule",
            "unschedulable NoSchedule");

    private final Objects objects;
    private final Claims claims;
    private final RevisionHistory history;
    private final Notices notices;
    private final PodMaker maker;
    private final Predicate<JsonNode> node;
    private final Reconciler reconciler;

    /** @param node whether pods of this specification can be on the node */
    DaemonSetController(Machinery machinery, Predicate<JsonNode> node, Consumer<Throwable> failures) {
        this.objects = new Objects(machinery);
        this.claims = new Claims(objects);
        this.history = new RevisionHistory(objects, TYPE, DaemonPods.HASH);
        this.notices = new Notices(machinery, "daemonset-controller");
        this.maker = new PodMaker(objects, notices, TYPE);
        this.node = node;
        this.reconciler = new Reconciler("daemonset-controller", machinery, this::look, failures)
                .of(TYPE)
                .with(Objects.PODS, new Concerned(objects, TYPE)::byPod);
    }

    @Override
    public void start() {
        reconciler.start();
    }

    private void look(Key key) {
        objects.get(key).filter(set -> !Selector.of(set).isEmpty()).ifPresent(set -> look(key, set));
    }

    private void look(Key key, ObjectNode set) {
        List<ObjectNode> known = history.of(set);
        if (Claims.isLeaving(set)) {
            claims.pods(TYPE, set);
            return;
        }
        ObjectNode newest = history.newest(set, known);
        StatusException failure = advance(key, pods(set, newest), newest);
        DaemonPods pods = pods(set, newest);
        objects.report(key, object -> pods.write(Json.child(object, "status")));
        shorten(set, newest, pods);
        if (failure != null) {
            throw failure;
        }
        if (pods.waits()) {
            reconciler.later(key, PAUSE);
        }
    }

    private DaemonPods pods(ObjectNode set, ObjectNode newest) {
        return DaemonPods.of(
                set,
                claims.pods(TYPE, set),
                hash(newest),
                node.test(set.path("spec").path("template").path("spec")),
                objects.now());
    }

    private static String hash(JsonNode revision) {
        return Json.at(revision.path("metadata").path("labels"), DaemonPods.HASH);
    }

    private StatusException advance(Key key, DaemonPods pods, ObjectNode newest) {
        try {
            removeEnded(key, pods);
            if (!pods.wanted()) {
                pods.active().forEach(pod -> maker.delete(pods.set(), pod));
            } else if (pods.all().isEmpty()) {
                create(pods.set(), newest);
            } else if (isRolling(pods.set())) {
                replace(pods, newest);
            }
            return null;
        } catch (StatusException e) {
            return e;
        }
    }

    private void removeEnded(Key key, DaemonPods pods) {
        for (ObjectNode pod : pods.ended()) {
            if (Duration.between(created(pod), pods.now()).compareTo(PAUSE) < 0) {
                reconciler.later(key, PAUSE);
                continue;
            }
            String phase = PodState.phase(pod);
            String message = "Found " + phase.toLowerCase(Locale.ROOT) + " daemon pod " + key.namespace()
                    + "/" + Json.at(pod, "metadata", "name") + " on node " + Json.at(pod, "spec", "nodeName")
                    + ", will try to " + (phase.equals("Failed") ? "kill" : "delete") + " it";
            if (phase.equals("Failed")) {
                notices.warning(pods.set(), "FailedDaemonPod", message);
            } else {
                notices.normal(pods.set(), "SucceededDaemonPod", message);
            }
            maker.delete(pods.set(), pod);
        }
    }

    private static Instant created(JsonNode pod) {
        return Instant.parse(Json.at(pod, "metadata", "creationTimestamp"));
    }

    private static boolean isRolling(JsonNode set) {
        return Json.at(set, "spec", "updateStrategy", "type").equals("RollingUpdate");
    }

    /** Either the older one goes first, or the new one comes first. */
    private void replace(DaemonPods pods, ObjectNode newest) {
        boolean surges = !Amount.isZero(pods.set()
                .path("spec")
                .path("updateStrategy")
                .path("rollingUpdate")
                .path("maxSurge"));
        pods.older().ifPresent(older -> {
            if (surges && pods.newest().isEmpty()) {
                create(pods.set(), newest);
            }
            boolean replaced = pods.newest().filter(pods::isAvailable).isPresent();
            if (!surges || replaced || !pods.isAvailable(older)) {
                maker.delete(pods.set(), older);
            }
        });
    }

    private void create(JsonNode set, ObjectNode revision) {
        ObjectNode template = RevisionHistory.template(revision);
        ObjectNode labels = Json.child(Json.child(template, "metadata"), "labels");
        labels.put(DaemonPods.HASH, hash(revision)).put("pod-template-generation", DaemonSetKind.generation(set));
        ArrayNode tolerations = Json.items(Json.child(template, "spec"), "tolerations");
        for (String each : BORNE) {
            String[] words = each.split(" ");
            tolerations
                    .addObject()
                    .put("key", "node.kubernetes.io/" + words[0])
                    .put("operator", "Exists")
                    .put("effect", words[1]);
        }
        maker.create(set, template);
    }

    private void shorten(ObjectNode set, ObjectNode newest, DaemonPods pods) {
        Set<String> hashes = new HashSet<>();
        pods.all().forEach(pod -> hashes.add(Json.at(pod.path("metadata").path("labels"), DaemonPods.HASH)));
        Set<String> used = new HashSet<>(List.of(RevisionHistory.name(newest)));
        List<ObjectNode> known = history.of(set);
        known.stream()
                .filter(each -> hashes.contains(hash(each)))
                .forEach(each -> used.add(RevisionHistory.name(each)));
        history.shorten(set, known, used);
    }

    @Override
    public void close() {
        reconciler.close();
    }
}
