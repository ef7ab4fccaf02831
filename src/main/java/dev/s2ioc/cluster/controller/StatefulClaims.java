package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.storage.ClaimKind;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The claims of storage that the pods of stateful sets have, one of each template. */
final class StatefulClaims {
    private final Objects objects;
    private final Notices notices;

    StatefulClaims(Objects objects, Notices notices) {
        this.objects = objects;
        this.notices = notices;
    }

    private static String name(JsonNode set, JsonNode template, long ordinal) {
        return Json.at(template, "metadata", "name") + "-" + Json.at(set, "metadata", "name") + "-" + ordinal;
    }

    private static JsonNode templates(JsonNode set) {
        return set.path("spec").path("volumeClaimTemplates");
    }

    /** The volumes of a pod: those of its template, and in place of or beside them those that are claimed. */
    static ArrayNode volumes(JsonNode set, long ordinal, JsonNode ofTemplate) {
        ArrayNode volumes = Json.array();
        Set<String> claimed = new HashSet<>();
        for (JsonNode template : templates(set)) {
            String name = Json.at(template, "metadata", "name");
            claimed.add(name);
            volumes.addObject()
                    .put("name", name)
                    .putObject("persistentVolumeClaim")
                    .put("claimName", name(set, template, ordinal));
        }
        ofTemplate.forEach(volume -> {
            if (!claimed.contains(Json.at(volume, "name"))) {
                volumes.add(volume);
            }
        });
        return volumes;
    }

    /** Makes the claims of a pod that are not there. */
    void ensure(JsonNode set, long ordinal) {
        for (JsonNode template : templates(set)) {
            Key key = key(set, template, ordinal);
            Optional<ObjectNode> present = objects.get(key);
            if (present.isEmpty()) {
                create(set, template, ordinal, key);
            } else if (Claims.isLeaving(present.get())) {
                throw StatusException.conflict(
                        ClaimKind.TYPE, key.name(), "the claim is being deleted; its pod waits for a new one");
            }
        }
    }

    private static Key key(JsonNode set, JsonNode template, long ordinal) {
        return new Key(ClaimKind.TYPE.resource(), Json.at(set, "metadata", "namespace"), name(set, template, ordinal));
    }

    private void create(JsonNode set, JsonNode template, long ordinal, Key key) {
        ObjectNode claim = Json.object();
        ObjectNode metadata = claim.putObject("metadata").put("name", key.name());
        metadata.set("labels", labels(set, template));
        if (template.path("metadata").hasNonNull("annotations")) {
            metadata.set(
                    "annotations", template.path("metadata").path("annotations").deepCopy());
        }
        claim.set("spec", template.path("spec").deepCopy());
        String where = "Pod " + Json.at(set, "metadata", "name") + "-" + ordinal + " in StatefulSet "
                + Json.at(set, "metadata", "name");
        try {
            objects.create(ClaimKind.TYPE, key.namespace(), claim);
            notices.normal(set, "SuccessfulCreate", "create Claim " + key.name() + " " + where + " success");
        } catch (StatusException e) {
            notices.warning(
                    set,
                    "FailedCreate",
                    "create Claim " + key.name() + " for " + where + " failed error: " + e.getMessage());
            throw e;
        }
    }

    /** Those of the template, and those by which the set knows its pods. */
    private static ObjectNode labels(JsonNode set, JsonNode template) {
        ObjectNode labels = Json.object();
        template.path("metadata")
                .path("labels")
                .properties()
                .forEach(each -> labels.set(each.getKey(), each.getValue()));
        set.path("spec")
                .path("selector")
                .path("matchLabels")
                .properties()
                .forEach(each -> labels.set(each.getKey(), each.getValue()));
        return labels;
    }

    /**
     * Says with whom the claims of a pod go: with the set, with the pod that is one too many, or with nobody.
     *
     * @param surplus whether the pod is not wanted any more
     */
    void own(JsonNode set, JsonNode pod, long ordinal, boolean surplus) {
        JsonNode policy = set.path("spec").path("persistentVolumeClaimRetentionPolicy");
        boolean withPod = surplus && Json.at(policy, "whenScaled").equals("Delete");
        boolean withSet = !withPod && Json.at(policy, "whenDeleted").equals("Delete");
        for (JsonNode template : templates(set)) {
            Key key = key(set, template, ordinal);
            objects.get(key)
                    .filter(claim -> withPod != has(claim, pod) || withSet != has(claim, set))
                    .ifPresent(claim -> objects.change(key, each -> {
                        Owner.drop(each, pod);
                        Owner.drop(each, set);
                        if (withPod) {
                            Owner.set(each, Objects.PODS, pod);
                        } else if (withSet) {
                            Owner.set(each, StatefulSetKind.TYPE, set);
                        }
                    }));
        }
    }

    private static boolean has(JsonNode claim, JsonNode owner) {
        return claim.path("metadata")
                .path("ownerReferences")
                .valueStream()
                .anyMatch(each -> Json.at(each, "uid").equals(Json.at(owner, "metadata", "uid")));
    }
}
