package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.Reconciler;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps as many pods as replica sets, or replication controllers, want. */
final class ReplicaController implements Controller {
    /** More pods at once tell nobody anything new when none can be made. */
    private static final int AT_ONCE = 500;

    private final Type type;
    private final Objects objects;
    private final Claims claims;
    private final PodMaker pods;
    private final Reconciler reconciler;

    ReplicaController(Machinery machinery, Type type, String component, Consumer<Throwable> failures) {
        this.type = type;
        this.objects = new Objects(machinery);
        this.claims = new Claims(objects);
        this.pods = new PodMaker(objects, new Notices(machinery, component), type);
        this.reconciler = new Reconciler(component, machinery, this::look, failures)
                .of(type)
                .with(Objects.PODS, new Concerned(objects, type)::byPod);
    }

    @Override
    public void start() {
        reconciler.start();
    }

    private void look(Key key) {
        objects.get(key).ifPresent(set -> look(key, set));
    }

    private void look(Key key, ObjectNode set) {
        List<ObjectNode> active =
                claims.pods(type, set).stream().filter(PodState::isActive).toList();
        StatusException failure = Claims.isLeaving(set) ? null : adjust(set, active);
        ReplicaStatus status = new ReplicaStatus(set, active, objects.now());
        objects.report(
                key,
                object -> status.write(
                        Json.child(object, "status"),
                        Optional.ofNullable(failure).map(this::condition)));
        if (failure != null) {
            throw failure;
        }
        if (status.ready() > status.available()) {
            reconciler.later(key, Duration.ofSeconds(1));
        }
    }

    private StatusException adjust(ObjectNode set, List<ObjectNode> active) {
        long missing = set.path("spec").path("replicas").asLong() - active.size();
        try {
            for (long i = 0; i < Math.min(missing, AT_ONCE); i++) {
                pods.create(set, set.path("spec").path("template"));
            }
            PodChoice.toGo(active, Math.max(0, -missing)).forEach(pod -> pods.delete(set, pod));
            return null;
        } catch (StatusException e) {
            return e;
        }
    }

    private ObjectNode condition(StatusException failure) {
        return Conditions.of("ReplicaFailure", true, "FailedCreate", failure.getMessage(), objects.time());
    }

    @Override
    public void close() {
        reconciler.close();
    }
}
