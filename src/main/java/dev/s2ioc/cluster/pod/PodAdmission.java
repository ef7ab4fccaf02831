package dev.s2ioc.cluster.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.image.ImageStreams;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.Hooks;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Store;
import java.util.List;

/** What the cluster adds to a pod before it is stored: an account with its token, a user, images by digest, tolerations. */
final class PodAdmission implements Hooks {
    private static final List<String> TROUBLES = List.of("not-ready", "unreachable");
    private static final int PATIENCE = 300;

    private final Store store;
    private final AccountAdmission account;
    private final ImageNames images;

    PodAdmission(Store store, ImageStreams streams) {
        this.store = store;
        this.account = new AccountAdmission(store);
        this.images = new ImageNames(streams);
    }

    @Override
    public void beforeCreate(Call call, ObjectNode pod) {
        if (!pod.path("spec").path(EphemeralContainers.FIELD).isEmpty()) {
            throw StatusException.invalid(
                    PodKind.TYPE,
                    Json.at(pod, "metadata", "name"),
                    new Causes().forbidden("spec." + EphemeralContainers.FIELD, "cannot be set on create"));
        }
        account.admit(call, pod);
        new UserAdmission(store, call).admit(call, pod);
        images.resolve(pod);
        tolerate(pod);
    }

    @Override
    public void beforeUpdate(Call call, ObjectNode old, ObjectNode pod) {
        images.resolve(pod);
    }

    private static void tolerate(ObjectNode pod) {
        ArrayNode tolerations = Json.items(Json.child(pod, "spec"), "tolerations");
        for (String trouble : TROUBLES) {
            String key = "node.kubernetes.io/" + trouble;
            if (tolerations.valueStream().noneMatch(each -> isFor(each, key, "NoExecute"))) {
                tolerations
                        .addObject()
                        .put("key", key)
                        .put("operator", "Exists")
                        .put("effect", "NoExecute")
                        .put("tolerationSeconds", PATIENCE);
            }
        }
        String pressure = "node.kubernetes.io/memory-pressure";
        boolean modest = Json.at(pod, "status", "qosClass").equals("BestEffort");
        if (!modest && tolerations.valueStream().noneMatch(each -> isFor(each, pressure, "NoSchedule"))) {
            tolerations
                    .addObject()
                    .put("key", pressure)
                    .put("operator", "Exists")
                    .put("effect", "NoSchedule");
        }
    }

    private static boolean isFor(JsonNode toleration, String key, String effect) {
        String itsKey = Json.at(toleration, "key");
        String itsEffect = Json.at(toleration, "effect");
        return (itsKey.isEmpty() || itsKey.equals(key)) && (itsEffect.isEmpty() || itsEffect.equals(effect));
    }
}
