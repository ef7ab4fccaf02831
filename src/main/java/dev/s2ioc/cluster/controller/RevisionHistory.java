package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The templates that a workload has had, each kept as a controller revision. */
final class RevisionHistory {
    private static final Type TYPE = ControllerRevisionKind.TYPE;
    private static final int LONGEST_PREFIX = 223;

    private final Objects objects;
    private final Claims claims;
    private final Type owners;
    private final String hashLabel;

    /** @param hashLabel how the revisions of these workloads say what they are a sum of */
    RevisionHistory(Objects objects, Type owners, String hashLabel) {
        this.objects = objects;
        this.claims = new Claims(objects);
        this.owners = owners;
        this.hashLabel = hashLabel;
    }

    /** Those of a workload, oldest first. */
    List<ObjectNode> of(JsonNode owner) {
        List<ObjectNode> revisions = new ArrayList<>(claims.of(owners, owner, TYPE, Selector.of(owner)::selects));
        revisions.sort(Comparator.comparingLong(RevisionHistory::number));
        return revisions;
    }

    static long number(JsonNode revision) {
        return revision.path("revision").asLong();
    }

    static String name(JsonNode revision) {
        return Json.at(revision, "metadata", "name");
    }

    static Optional<ObjectNode> named(List<ObjectNode> revisions, String name) {
        return revisions.stream().filter(each -> name(each).equals(name)).findFirst();
    }

    /** The template that a revision keeps. */
    static ObjectNode template(JsonNode revision) {
        ObjectNode template =
                revision.path("data").path("spec").path("template").deepCopy();
        template.remove("$patch");
        return template;
    }

    /** The revision of the present template: one that was before becomes the newest again. */
    ObjectNode newest(JsonNode owner, List<ObjectNode> known) {
        ObjectNode data = data(owner);
        long next = known.isEmpty() ? 1 : number(known.getLast()) + 1;
        Optional<ObjectNode> same = known.stream()
                .filter(each -> Canonical.equal(each.path("data"), data))
                .reduce((earlier, later) -> later);
        if (same.isEmpty()) {
            return create(owner, data, next);
        }
        return same.get() == known.getLast()
                ? same.get()
                : objects.change(Key.of(TYPE.resource(), same.get()), each -> each.put("revision", next));
    }

    /** As a patch that brings the template back. */
    private static ObjectNode data(JsonNode owner) {
        ObjectNode data = Json.object();
        ObjectNode template = owner.path("spec").path("template").deepCopy();
        data.putObject("spec").set("template", template.put("$patch", "replace"));
        return data;
    }

    private ObjectNode create(JsonNode owner, ObjectNode data, long number) {
        String hash =
                Canonical.hash(data, owner.path("status").path("collisionCount").asLong(0));
        String prefix = Json.at(owner, "metadata", "name");
        prefix = prefix.length() > LONGEST_PREFIX ? prefix.substring(0, LONGEST_PREFIX) : prefix;
        ObjectNode revision = Json.object();
        ObjectNode metadata = revision.putObject("metadata").put("name", prefix + "-" + hash);
        JsonNode labels = owner.path("spec").path("template").path("metadata").path("labels");
        metadata.set("labels", labels.deepCopy());
        Json.child(metadata, "labels").put(hashLabel, hash);
        if (owner.path("metadata").hasNonNull("annotations")) {
            metadata.set(
                    "annotations", owner.path("metadata").path("annotations").deepCopy());
        }
        Owner.set(revision, owners, owner);
        revision.set("data", data);
        revision.put("revision", number);
        try {
            return objects.create(TYPE, Json.at(owner, "metadata", "namespace"), revision);
        } catch (StatusException e) {
            if (e.reason().equals("AlreadyExists")) {
                collide(owner);
            }
            throw e;
        }
    }

    /** Something else has the name: the next attempt takes another. */
    private void collide(JsonNode owner) {
        objects.report(Key.of(owners.resource(), owner), object -> {
            ObjectNode status = Json.child(object, "status");
            status.put("collisionCount", status.path("collisionCount").asLong(0) + 1);
        });
    }

    /** Drops the oldest of those that nothing is made of, beyond so many. */
    void shorten(JsonNode owner, List<ObjectNode> known, Set<String> used) {
        long limit = owner.path("spec").path("revisionHistoryLimit").asLong(10);
        List<ObjectNode> unused =
                known.stream().filter(each -> !used.contains(name(each))).toList();
        unused.stream().limit(Math.max(0, unused.size() - limit)).forEach(each -> objects.delete(TYPE, each));
    }
}
