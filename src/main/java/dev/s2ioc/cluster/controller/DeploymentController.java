package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.controller.Rollout.Scaling;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.Reconciler;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Event;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Brings the pods of deployments to their newest template, replica set by replica set. */
final class DeploymentController implements Controller {
    private static final Type TYPE = DeploymentKind.TYPE;
    private static final Type SETS = ReplicaSetKind.TYPE;

    private final Objects objects;
    private final Claims claims;
    private final Notices notices;
    private final NewReplicaSet newest;
    private final Reconciler reconciler;

    DeploymentController(Machinery machinery, Consumer<Throwable> failures) {
        this.objects = new Objects(machinery);
        this.claims = new Claims(objects);
        this.notices = new Notices(machinery, "deployment-controller");
        this.newest = new NewReplicaSet(objects, notices);
        this.reconciler = new Reconciler("deployment-controller", machinery, this::look, failures)
                .of(TYPE)
                .with(SETS, new Concerned(objects, TYPE)::byPod)
                .with(Objects.PODS, this::byPod);
    }

    /** Who recreates waits for the last of the older pods to go. */
    private Stream<Key> byPod(Event event) {
        return event.type() == Event.Type.ADDED
                ? Stream.empty()
                : Owner.of(event.object(), SETS).flatMap(objects::get).stream()
                        .flatMap(set -> Owner.of(set, TYPE).stream());
    }

    @Override
    public void start() {
        reconciler.start();
    }

    private void look(Key key) {
        objects.get(key).filter(found -> !Selector.of(found).isEmpty()).ifPresent(found -> {
            ObjectNode deployment = notePause(key, found);
            List<ObjectNode> sets = claims.of(TYPE, deployment, SETS, Selector.of(deployment)::selects);
            work(key, Rollout.of(deployment, sets));
        });
    }

    private void work(Key key, Rollout found) {
        if (Claims.isLeaving(found.deployment())) {
            report(key, false);
            return;
        }
        Rollout rollout = found.newest().isPresent() ? newest.mark(found) : found;
        if (rollout.isPaused() || new Proportions(rollout).areOutdated()) {
            new Proportions(rollout).scalings().forEach(each -> scale(rollout, each));
            if (rollout.isPaused()) {
                cleanUp(rollout);
            }
            report(key, false);
        } else {
            boolean acted = rollout.isRolling() ? roll(rollout) : recreate(rollout);
            if (!acted && rollout.isComplete(new RolloutStatus(rollout, objects.now(), objects.time()).counted())) {
                cleanUp(rollout);
            }
            report(key, true);
        }
    }

    private boolean roll(Rollout rollout) {
        Rollout with = newest.ensure(rollout);
        Scaling growing = new Scaling(with.newest().orElseThrow(), with.nextOfNewest());
        if (growing.isNew()) {
            scale(with, growing);
            return true;
        }
        List<Scaling> shrinking = with.shrinking();
        shrinking.forEach(each -> scale(with, each));
        return !shrinking.isEmpty();
    }

    private boolean recreate(Rollout rollout) {
        List<ObjectNode> active = rollout.older().stream()
                .filter(set -> Rollout.replicas(set) > 0)
                .toList();
        active.forEach(set -> scale(rollout, new Scaling(set, 0)));
        if (!active.isEmpty() || hasOlderPods(rollout)) {
            return true;
        }
        Rollout with = newest.ensure(rollout);
        Scaling scaling = new Scaling(with.newest().orElseThrow(), with.wanted());
        scale(with, scaling);
        return scaling.isNew();
    }

    private boolean hasOlderPods(Rollout rollout) {
        String namespace = Json.at(rollout.deployment(), "metadata", "namespace");
        return objects.list(Objects.PODS, namespace).stream()
                .filter(pod -> !PodState.hasEnded(pod))
                .anyMatch(pod -> rollout.older().stream().anyMatch(set -> Owner.owns(set, pod)));
    }

    private void scale(Rollout rollout, Scaling scaling) {
        long most = rollout.wanted() + rollout.surge();
        Key key = Key.of(SETS.resource(), scaling.set());
        ObjectNode noted = scaling.set().deepCopy();
        Revisions.noteSize(noted, rollout.wanted(), most);
        if (!scaling.isNew() && Canonical.equal(noted, scaling.set())) {
            return;
        }
        objects.change(key, set -> {
            Json.child(set, "spec").put("replicas", scaling.replicas());
            Revisions.noteSize(set, rollout.wanted(), most);
        });
        if (scaling.isNew()) {
            notices.normal(
                    rollout.deployment(),
                    "ScalingReplicaSet",
                    NewReplicaSet.scaled(key.name(), Rollout.replicas(scaling.set()), scaling.replicas()));
        }
    }

    private void cleanUp(Rollout rollout) {
        long limit =
                rollout.deployment().path("spec").path("revisionHistoryLimit").asLong(Integer.MAX_VALUE);
        Revisions.beyond(rollout.older(), limit).forEach(set -> objects.delete(SETS, set));
    }

    /** Says how things are now, and comes back when a rollout may have got stuck by then. */
    private void report(Key key, boolean progress) {
        objects.get(key).ifPresent(deployment -> {
            List<ObjectNode> own = objects.list(SETS, key.namespace()).stream()
                    .filter(set -> Owner.owns(deployment, set))
                    .toList();
            RolloutStatus status = new RolloutStatus(Rollout.of(deployment, own), objects.now(), objects.time());
            JsonNode now = progress ? status.whole() : status.counted();
            objects.report(key, object -> object.set("status", now.deepCopy()));
            status.left().ifPresent(left -> reconciler.later(key, left.plus(Duration.ofSeconds(1))));
        });
    }

    private ObjectNode notePause(Key key, ObjectNode deployment) {
        boolean paused = deployment.path("spec").path("paused").asBoolean();
        String reason = Conditions.get(deployment.path("status"), RolloutStatus.PROGRESSING)
                .map(found -> Json.at(found, "reason"))
                .orElse("");
        boolean noted = reason.equals("DeploymentPaused");
        boolean overdue = reason.equals("ProgressDeadlineExceeded");
        boolean measured =
                deployment.path("spec").path("progressDeadlineSeconds").asLong(Integer.MAX_VALUE) != Integer.MAX_VALUE;
        if (!measured || overdue || paused == noted || Claims.isLeaving(deployment)) {
            return deployment;
        }
        ObjectNode condition = paused
                ? Conditions.updated(
                        "Progressing", "Unknown", "DeploymentPaused", "Deployment is paused", objects.time())
                : Conditions.updated(
                        "Progressing", "Unknown", "DeploymentResumed", "Deployment is resumed", objects.time());
        return objects.report(key, object -> Conditions.set(Json.child(object, "status"), condition.deepCopy()))
                .orElse(deployment);
    }

    @Override
    public void close() {
        reconciler.close();
    }
}
