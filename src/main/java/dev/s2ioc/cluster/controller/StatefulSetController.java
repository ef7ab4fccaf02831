package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.Reconciler;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Keeps the pods of stateful sets: one of each name, in order, of the newest template in the end. */
final class StatefulSetController implements Controller {
    private static final Type TYPE = StatefulSetKind.TYPE;

    private final Objects objects;
    private final Claims claims;
    private final RevisionHistory history;
    private final StatefulPodMaker maker;
    private final Reconciler reconciler;

    StatefulSetController(Machinery machinery, Consumer<Throwable> failures) {
        this.objects = new Objects(machinery);
        this.claims = new Claims(objects);
        this.history = new RevisionHistory(objects, TYPE, "controller.kubernetes.io/hash");
        this.maker = new StatefulPodMaker(objects, new Notices(machinery, "statefulset-controller"));
        this.reconciler = new Reconciler("statefulset-controller", machinery, this::look, failures)
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
            pods(set);
            return;
        }
        ObjectNode newest = history.newest(set, known);
        ObjectNode current = RevisionHistory.named(known, Json.at(set, "status", "currentRevision"))
                .orElse(newest);
        StatusException failure = advance(set, current, newest);
        StatefulSetStatus status =
                new StatefulSetStatus(pods(set), RevisionHistory.name(current), RevisionHistory.name(newest));
        objects.report(key, object -> status.write(Json.child(object, "status")));
        shorten(set, status);
        if (failure != null) {
            throw failure;
        }
        if (status.waits()) {
            reconciler.later(key, Duration.ofSeconds(1));
        }
    }

    private StatusException advance(ObjectNode set, ObjectNode current, ObjectNode newest) {
        try {
            new StatefulRollout(pods(set), current, newest, maker).advance();
            return null;
        } catch (StatusException e) {
            return e;
        }
    }

    private StatefulPods pods(ObjectNode set) {
        Selector selector = Selector.of(set);
        List<ObjectNode> claimed = claims.of(
                TYPE,
                set,
                Objects.PODS,
                pod -> selector.selects(pod) && StatefulPods.ordinal(set, pod).isPresent());
        return StatefulPods.of(set, claimed, objects.now());
    }

    private void shorten(ObjectNode set, StatefulSetStatus status) {
        Set<String> used = new HashSet<>(List.of(status.current(), status.newest()));
        status.pods().all().values().forEach(pod -> used.add(StatefulPods.revision(pod)));
        history.shorten(set, history.of(set), used);
    }

    @Override
    public void close() {
        reconciler.close();
    }
}
