package dev.s2ioc.command.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.ListOptions;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Resources;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.FoundObjects;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a workload has been, revision by revision, oldest first. */
record History(String kind, List<Revision> revisions) {
    static final String REVISION = "deployment.kubernetes.io/revision";
    private static final String CAUSE = "kubernetes.io/change-cause";

    /**
     * One of them.
     *
     * @param object the ReplicaSet, ControllerRevision or ReplicationController that keeps it
     */
    record Revision(long number, JsonNode object) {

        JsonNode template() {
            JsonNode data = object.path("data");
            return data.isObject() ? data.at("/spec/template") : object.at("/spec/template");
        }

        String cause() {
            String own = cause(object);
            return own.isEmpty() ? cause(template()) : own;
        }

        private static String cause(JsonNode owner) {
            return owner.path("metadata").path("annotations").path(CAUSE).asText("");
        }
    }

    static History of(FoundObjects.Found found) {
        String kind = found.selection().type().kind();
        JsonNode selector = found.object().at("/spec/selector");
        return switch (kind) {
            case "Deployment" -> new History(kind, owned(found, KnownTypes.REPLICA_SET, selector));
            case "DaemonSet", "StatefulSet" ->
                new History(kind, owned(found, KnownTypes.CONTROLLER_REVISION, selector));
            default ->
                throw new CommandFailure("no history viewer has been implemented for " + kind + ": it has no rollouts");
        };
    }

    private static List<Revision> owned(FoundObjects.Found found, ResourceType type, JsonNode selector) {
        List<String> labels = new ArrayList<>();
        selector.path("matchLabels")
                .properties()
                .forEach(label ->
                        labels.add(label.getKey() + "=" + label.getValue().asText()));
        Resources resources = found.resources();
        ListOptions options = labels.isEmpty() ? ListOptions.ALL : ListOptions.ALL.withLabels(String.join(",", labels));
        String uid = found.object().at("/metadata/uid").asText("");
        List<Revision> revisions = new ArrayList<>();
        for (JsonNode item : resources.list(type, options).path("items")) {
            boolean own = item.at("/metadata/ownerReferences")
                    .valueStream()
                    .anyMatch(owner -> owner.path("uid").asText("").equals(uid));
            if (own) {
                revisions.add(new Revision(number(item), item));
            }
        }
        revisions.sort(Comparator.comparingLong(Revision::number));
        return revisions;
    }

    private static long number(JsonNode item) {
        JsonNode own = item.path("revision");
        return own.isNumber()
                ? own.asLong()
                : item.path("metadata").path("annotations").path(REVISION).asLong(0);
    }

    Optional<Revision> find(long number) {
        return revisions.stream().filter(one -> one.number() == number).findFirst();
    }

    /** The one to go back to. */
    Revision target(long number) {
        if (number > 0) {
            return find(number)
                    .orElseThrow(
                            () -> new CommandFailure("unable to find specified revision " + number + " in history"));
        }
        if (revisions.size() < 2) {
            throw new CommandFailure("no last revision to roll back to");
        }
        return revisions.get(revisions.size() - 2);
    }
}
