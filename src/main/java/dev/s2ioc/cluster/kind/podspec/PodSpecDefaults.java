package dev.s2ioc.cluster.kind.podspec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;

/** What the specification of a pod says when its writer does not, in a pod as in a template of pods. */
public final class PodSpecDefaults {
    private PodSpecDefaults() {}

    public static void set(ObjectNode spec) {
        text(spec, "restartPolicy", "Always");
        number(spec, "terminationGracePeriodSeconds", 30);
        text(spec, "dnsPolicy", "ClusterFirst");
        text(spec, "schedulerName", "default-scheduler");
        Json.child(spec, "securityContext");
        String account = Json.at(spec, "serviceAccountName");
        if (account.isEmpty() && !Json.at(spec, "serviceAccount").isEmpty()) {
            spec.set("serviceAccountName", spec.get("serviceAccount"));
        } else if (!account.isEmpty()) {
            spec.put("serviceAccount", account);
        }
        boolean hostNetwork = spec.path("hostNetwork").asBoolean();
        for (String list : new String[] {"initContainers", "containers", "ephemeralContainers"}) {
            objects(spec.path(list), container -> ContainerDefaults.set(container, hostNetwork));
        }
        objects(spec.path("volumes"), VolumeDefaults::set);
    }

    static void text(ObjectNode object, String field, String value) {
        if (Json.at(object, field).isEmpty()) {
            object.put(field, value);
        }
    }

    static void number(ObjectNode object, String field, long value) {
        if (!object.hasNonNull(field)) {
            object.put(field, value);
        }
    }

    static void objects(JsonNode list, java.util.function.Consumer<ObjectNode> each) {
        list.forEach(item -> {
            if (item instanceof ObjectNode object) {
                each.accept(object);
            }
        });
    }
}
