package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.util.Optional;

/** Makes the replica set of a deployment's present template, or marks the one that there is as the newest. */
final class NewReplicaSet {
    private final Objects objects;
    private final Notices notices;

    NewReplicaSet(Objects objects, Notices notices) {
        this.objects = objects;
        this.notices = notices;
    }

    static String scaled(String set, long from, long to) {
        return "Scaled " + (to > from ? "up" : "down") + " replica set " + set + " from " + from + " to " + to;
    }

    Rollout ensure(Rollout rollout) {
        return rollout.newest().isPresent()
                ? rollout
                : new Rollout(rollout.deployment(), Optional.of(create(rollout)), rollout.older());
    }

    /** Gives both the newest revision's number. */
    Rollout mark(Rollout rollout) {
        ObjectNode set = rollout.newest().orElseThrow();
        JsonNode deployment = rollout.deployment();
        long revision = Revisions.next(rollout.older());
        ObjectNode marked = set.deepCopy();
        adjust(marked, deployment, revision);
        if (!Canonical.equal(marked, set)) {
            marked = objects.change(
                    Key.of(ReplicaSetKind.TYPE.resource(), set), object -> adjust(object, deployment, revision));
        }
        note(deployment, marked, "FoundNewReplicaSet", "Found new replica set ");
        return new Rollout(deployment, Optional.of(marked), rollout.older());
    }

    private static void adjust(ObjectNode set, JsonNode deployment, long revision) {
        Revisions.mark(set, deployment, revision);
        JsonNode seconds = deployment.path("spec").path("minReadySeconds");
        if (seconds.asLong(0) != set.path("spec").path("minReadySeconds").asLong(0)) {
            Json.child(set, "spec").put("minReadySeconds", seconds.asLong(0));
        }
    }

    private ObjectNode create(Rollout rollout) {
        JsonNode deployment = rollout.deployment();
        ObjectNode wanted = wanted(rollout);
        String name = Json.at(wanted, "metadata", "name");
        try {
            ObjectNode created =
                    objects.create(ReplicaSetKind.TYPE, Json.at(deployment, "metadata", "namespace"), wanted);
            long replicas = Rollout.replicas(created);
            if (replicas > 0) {
                notices.normal(deployment, "ScalingReplicaSet", scaled(name, 0, replicas));
            }
            note(deployment, created, "NewReplicaSetCreated", "Created new replica set ");
            return created;
        } catch (StatusException e) {
            if (e.reason().equals("AlreadyExists")) {
                collide(deployment);
            } else {
                String message = "Failed to create new replica set \"" + name + "\": " + e.getMessage();
                report(deployment, "False", "FailedCreate", message);
                notices.warning(deployment, "ReplicaSetCreateError", message);
            }
            throw e;
        }
    }

    private static ObjectNode wanted(Rollout rollout) {
        JsonNode deployment = rollout.deployment();
        JsonNode spec = deployment.path("spec");
        JsonNode template = spec.path("template");
        String hash = Canonical.hash(
                template, deployment.path("status").path("collisionCount").asLong(0));
        ObjectNode set = Json.object();
        ObjectNode metadata = set.putObject("metadata");
        metadata.put("name", Json.at(deployment, "metadata", "name") + "-" + hash);
        metadata.set("labels", template.path("metadata").path("labels").deepCopy());
        Json.child(metadata, "labels").put(Rollout.HASH, hash);
        Owner.set(set, DeploymentKind.TYPE, deployment);
        Revisions.mark(set, deployment, Revisions.next(rollout.older()));
        Revisions.noteSize(set, rollout.wanted(), rollout.wanted() + rollout.surge());
        ObjectNode wanted = set.putObject("spec");
        wanted.put("replicas", rollout.nextOfNewest());
        if (spec.path("minReadySeconds").asLong(0) > 0) {
            wanted.set("minReadySeconds", spec.get("minReadySeconds"));
        }
        wanted.set("selector", spec.path("selector").deepCopy());
        Json.child(Json.child(wanted, "selector"), "matchLabels").put(Rollout.HASH, hash);
        wanted.set("template", template.deepCopy());
        Json.child(Json.child(Json.child(wanted, "template"), "metadata"), "labels")
                .put(Rollout.HASH, hash);
        return set;
    }

    /** Something else has the name: the next attempt takes another. */
    private void collide(JsonNode deployment) {
        objects.report(Key.of(DeploymentKind.TYPE.resource(), deployment), object -> {
            ObjectNode status = Json.child(object, "status");
            status.put("collisionCount", status.path("collisionCount").asLong(0) + 1);
        });
    }

    /** Tells which replica set is the newest, in the deployment too. */
    private void note(JsonNode deployment, JsonNode set, String reason, String what) {
        Key key = Key.of(DeploymentKind.TYPE.resource(), deployment);
        String revision = Long.toString(Revisions.of(set));
        if (!revision.equals(Long.toString(Revisions.of(deployment)))) {
            objects.change(
                    key,
                    object -> Json.child(Json.child(object, "metadata"), "annotations")
                            .put(Revisions.REVISION, revision));
        }
        boolean known = Conditions.get(deployment.path("status"), RolloutStatus.PROGRESSING)
                .isPresent();
        if (!known || reason.equals("NewReplicaSetCreated")) {
            report(deployment, "True", reason, what + '"' + Json.at(set, "metadata", "name") + '"');
        }
    }

    private void report(JsonNode deployment, String holds, String reason, String message) {
        boolean measured =
                deployment.path("spec").path("progressDeadlineSeconds").asLong(Integer.MAX_VALUE) != Integer.MAX_VALUE;
        if (measured) {
            objects.report(
                    Key.of(DeploymentKind.TYPE.resource(), deployment),
                    object -> Conditions.replace(
                            Json.child(object, "status"),
                            Conditions.updated(RolloutStatus.PROGRESSING, holds, reason, message, objects.time())));
        }
    }
}
