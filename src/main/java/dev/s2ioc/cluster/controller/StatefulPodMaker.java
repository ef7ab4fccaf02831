package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import java.util.function.Supplier;

/** Makes and deletes the pods of stateful sets, each under its name and with its claims, and tells of it. */
final class StatefulPodMaker {
    private static final String NAME = "statefulset.kubernetes.io/pod-name";
    private static final String INDEX = "apps.kubernetes.io/pod-index";

    private final Objects objects;
    private final Notices notices;
    private final StatefulClaims claims;

    StatefulPodMaker(Objects objects, Notices notices) {
        this.objects = objects;
        this.notices = notices;
        this.claims = new StatefulClaims(objects, notices);
    }

    StatefulClaims claims() {
        return claims;
    }

    /** @param revision of whose template it is */
    void create(JsonNode set, long ordinal, JsonNode revision) {
        claims.ensure(set, ordinal);
        String name = Json.at(set, "metadata", "name") + "-" + ordinal;
        ObjectNode pod = pod(set, ordinal, name, revision);
        told(set, "create", name, () -> objects.create(Objects.PODS, Json.at(set, "metadata", "namespace"), pod));
    }

    private static ObjectNode pod(JsonNode set, long ordinal, String name, JsonNode revision) {
        ObjectNode pod = PodTemplate.pod(StatefulSetKind.TYPE, set, RevisionHistory.template(revision));
        ObjectNode metadata = Json.child(pod, "metadata").put("name", name);
        Json.child(metadata, "labels")
                .put(NAME, name)
                .put(INDEX, Long.toString(ordinal))
                .put(StatefulPods.REVISION, RevisionHistory.name(revision));
        ObjectNode spec = Json.child(pod, "spec").put("hostname", name);
        String service = Json.at(set, "spec", "serviceName");
        if (!service.isEmpty()) {
            spec.put("subdomain", service);
        }
        ArrayNode volumes = StatefulClaims.volumes(set, ordinal, spec.path("volumes"));
        if (!volumes.isEmpty()) {
            spec.set("volumes", volumes);
        }
        return pod;
    }

    void delete(JsonNode set, JsonNode pod) {
        told(set, "delete", Json.at(pod, "metadata", "name"), () -> {
            objects.delete(Objects.PODS, pod);
            return null;
        });
    }

    /** One that has ended makes room for another of its name. */
    void replace(JsonNode set, JsonNode pod) {
        boolean failed = PodState.phase(pod).equals("Failed");
        String who = Json.at(pod, "metadata", "namespace") + "/" + Json.at(set, "metadata", "name");
        String name = Json.at(pod, "metadata", "name");
        if (failed) {
            notices.warning(set, "RecreatingFailedPod", "StatefulSet " + who + " is recreating failed Pod " + name);
        } else {
            notices.normal(
                    set, "RecreatingTerminatedPod", "StatefulSet " + who + " is recreating terminated Pod " + name);
        }
        delete(set, pod);
    }

    private void told(JsonNode set, String verb, String pod, Supplier<ObjectNode> work) {
        String reason = Character.toUpperCase(verb.charAt(0)) + verb.substring(1);
        String what = verb + " Pod " + pod + " in StatefulSet " + Json.at(set, "metadata", "name");
        try {
            work.get();
            notices.normal(set, "Successful" + reason, what + " successful");
        } catch (StatusException e) {
            notices.warning(set, "Failed" + reason, what + " failed error: " + e.getMessage());
            throw e;
        }
    }
}
