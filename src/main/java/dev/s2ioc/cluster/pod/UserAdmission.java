package dev.s2ioc.cluster.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.NamespaceKind;
import dev.s2ioc.cluster.kind.NamespaceUsers;
import dev.s2ioc.cluster.kind.User;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import dev.s2ioc.cluster.store.Store;
import java.util.ArrayList;
import java.util.List;

/**
 * Says as whom a pod's containers run, as OpenShift's security context constraints do: as a user of the namespace's own, in group
 * 0, whatever the image says. Who names another user gets that one, and what an administrator makes by hand runs as the image says.
 */
final class UserAdmission {
    private static final String ANNOTATION = "openshift.io/scc";
    private static final List<String> LISTS = List.of("initContainers", "containers");

    private final JsonNode namespace;

    UserAdmission(Store store, Call call) {
        this.namespace = store.get(new Key(NamespaceKind.TYPE.resource(), "", call.namespace()))
                .orElseGet(Json::object);
    }

    void admit(Call call, ObjectNode pod) {
        ObjectNode spec = Json.child(pod, "spec");
        boolean byHand = call.user().isAdmin() && !call.user().equals(User.SYSTEM);
        long first = NamespaceUsers.first(namespace);
        if (!byHand && first > 0) {
            ObjectNode context = Json.child(spec, "securityContext");
            if (!context.hasNonNull("fsGroup")) {
                context.put("fsGroup", first);
            }
            containers(spec, LISTS).forEach(container -> restrict(container, context, first));
        }
        ObjectNode annotations = Json.child(Json.child(pod, "metadata"), "annotations");
        annotations.put(ANNOTATION, constraints(spec, byHand));
    }

    /** What is added to a pod that runs runs as what was there, as whoever adds it. */
    void admitLater(Call call, ObjectNode spec) {
        long first = NamespaceUsers.first(namespace);
        if (!call.user().isAdmin() && first > 0) {
            containers(spec, List.of(EphemeralContainers.FIELD))
                    .forEach(container -> restrict(container, spec.path("securityContext"), first));
        }
    }

    private static void restrict(ObjectNode container, JsonNode ofPod, long user) {
        ObjectNode own = Json.child(container, "securityContext");
        if (!own.hasNonNull("runAsUser") && !ofPod.hasNonNull("runAsUser")) {
            own.put("runAsUser", user);
            if (!own.hasNonNull("runAsNonRoot")) {
                own.put("runAsNonRoot", true);
            }
        }
    }

    private String constraints(JsonNode spec, boolean byHand) {
        if (spec.path("hostNetwork").asBoolean()) {
            return "hostnetwork-v2";
        }
        boolean own = containers(spec, LISTS).stream()
                .map(container -> container.path("securityContext").path("runAsUser"))
                .map(user ->
                        user.isNumber() ? user : spec.path("securityContext").path("runAsUser"))
                .allMatch(user -> NamespaceUsers.contains(namespace, user.asLong()));
        return byHand || !own ? "anyuid" : "restricted-v2";
    }

    private static List<ObjectNode> containers(JsonNode spec, List<String> lists) {
        List<ObjectNode> containers = new ArrayList<>();
        for (String list : lists) {
            spec.path(list).forEach(each -> {
                if (each instanceof ObjectNode container) {
                    containers.add(container);
                }
            });
        }
        return containers;
    }
}
