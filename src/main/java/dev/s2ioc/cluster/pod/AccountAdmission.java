package dev.s2ioc.cluster.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Names;
import dev.s2ioc.cluster.kind.ServiceAccountKind;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import dev.s2ioc.cluster.store.Store;
import java.util.stream.Stream;

/** Gives a pod its service account: the account's pull secrets, and a volume with a token for the API in every container. */
final class AccountAdmission {
    static final String DIRECTORY = "/var/run/secrets/kubernetes.io/serviceaccount";
    /** A little more than an hour, as Kubernetes asks for. */
    private static final int SECONDS = 3607;

    private final Store store;

    AccountAdmission(Store store) {
        this.store = store;
    }

    void admit(Call call, ObjectNode pod) {
        ObjectNode spec = Json.child(pod, "spec");
        String given = Json.at(spec, "serviceAccountName");
        String name = given.isEmpty() ? "default" : given;
        ObjectNode account = store.get(new Key(ServiceAccountKind.TYPE.resource(), call.namespace(), name))
                .orElseThrow(() -> StatusException.forbidden(
                        PodKind.TYPE,
                        Json.at(pod, "metadata", "name"),
                        "error looking up service account " + call.namespace() + "/" + name + ": serviceaccount \""
                                + name + "\" not found"));
        spec.put("serviceAccountName", name).put("serviceAccount", name);
        if (spec.path("imagePullSecrets").isEmpty()
                && !account.path("imagePullSecrets").isEmpty()) {
            spec.set("imagePullSecrets", account.path("imagePullSecrets").deepCopy());
        }
        if (wantsToken(spec, account)) {
            mountToken(spec);
        }
    }

    private static boolean wantsToken(JsonNode spec, JsonNode account) {
        JsonNode own = spec.path("automountServiceAccountToken");
        return own.isBoolean()
                ? own.asBoolean()
                : account.path("automountServiceAccountToken").asBoolean(true);
    }

    /** Containers that have something of their own there keep it. */
    private static void mountToken(ObjectNode spec) {
        String volume = Names.generated("kube-api-access-");
        boolean mounted = false;
        for (JsonNode container : containers(spec).toList()) {
            ArrayNode mounts = Json.items((ObjectNode) container, "volumeMounts");
            if (mounts.valueStream()
                    .noneMatch(mount -> Json.at(mount, "mountPath").equals(DIRECTORY))) {
                mounts.addObject().put("name", volume).put("readOnly", true).put("mountPath", DIRECTORY);
                mounted = true;
            }
        }
        if (mounted) {
            Json.items(spec, "volumes").add(volume(volume));
        }
    }

    private static Stream<JsonNode> containers(JsonNode spec) {
        return Stream.of("initContainers", "containers")
                .flatMap(list -> spec.path(list).valueStream())
                .filter(JsonNode::isObject);
    }

    private static ObjectNode volume(String name) {
        ObjectNode volume = Json.object().put("name", name);
        ObjectNode projected = volume.putObject("projected").put("defaultMode", 0644);
        ArrayNode sources = projected.putArray("sources");
        sources.addObject()
                .putObject("serviceAccountToken")
                .put("expirationSeconds", SECONDS)
                .put("path", "token");
        ObjectNode authority = sources.addObject().putObject("configMap").put("name", "kube-root-ca.crt");
        authority.putArray("items").addObject().put("key", "ca.crt").put("path", "ca.crt");
        ObjectNode item =
                sources.addObject().putObject("downwardAPI").putArray("items").addObject();
        item.put("path", "namespace");
        item.putObject("fieldRef").put("apiVersion", "v1").put("fieldPath", "metadata.namespace");
        return volume;
    }
}
