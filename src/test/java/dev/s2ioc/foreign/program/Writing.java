package dev.s2ioc.foreign.program;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.openshift.client.OpenShiftClient;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Changes one object in every way there is. */
final class Writing implements OpenShiftProgram.Part {
    @Override
    public void run(OpenShiftClient client) throws Exception {
        Resource<ConfigMap> map = client.configMaps().withName("written");
        client.resource(text("a", "1")).create();
        tell(
                "edited",
                map.edit(old -> new ConfigMapBuilder(old).addToData("b", "2").build()));
        tell("merged", map.patch(PatchContext.of(PatchType.JSON_MERGE), "{\"data\":{\"b\":null}}"));
        tell("strategic", map.patch(PatchContext.of(PatchType.STRATEGIC_MERGE), "{\"data\":{\"c\":\"3\"}}"));
        tell("patched", map.patch(PatchContext.of(PatchType.JSON), "[{\"op\":\"remove\",\"path\":\"/data/c\"}]"));
        apply(client);
        stale(client, map);
        CompletableFuture<ConfigMap> waited = map.informOnCondition(found -> found.stream()
                        .anyMatch(each -> "9".equals(each.getData().get("a"))))
                .thenApply(found -> found.getFirst());
        map.edit(old -> new ConfigMapBuilder(old).addToData("a", "9").build());
        tell("awaited", waited.get(120, TimeUnit.SECONDS));
        finalizers(map);
    }

    private static void apply(OpenShiftClient client) {
        tell(
                "applied",
                client.resource(text("a", "1"))
                        .fieldManager("one")
                        .forceConflicts()
                        .serverSideApply());
        try {
            client.resource(text("a", "2")).fieldManager("two").serverSideApply();
        } catch (KubernetesClientException e) {
            System.out.println(e.getCode() + " " + e.getStatus().getReason() + " "
                    + e.getStatus().getDetails().getCauses().getFirst().getField());
        }
        tell(
                "forced",
                client.resource(text("a", "2"))
                        .fieldManager("two")
                        .forceConflicts()
                        .serverSideApply());
    }

    private static void stale(OpenShiftClient client, Resource<ConfigMap> map) {
        ConfigMap old = map.get();
        map.edit(each -> new ConfigMapBuilder(each).addToData("x", "y").build());
        try {
            client.resource(new ConfigMapBuilder(old).addToData("x", "z").build())
                    .lockResourceVersion()
                    .update();
        } catch (KubernetesClientException e) {
            System.out.println(e.getCode() + " " + e.getStatus().getReason());
        }
    }

    private static void finalizers(Resource<ConfigMap> map) throws InterruptedException {
        map.edit(old -> new ConfigMapBuilder(old)
                .editMetadata()
                .addToFinalizers("example.com/hold")
                .endMetadata()
                .build());
        map.delete();
        System.out.println("held " + map.get().getMetadata().getFinalizers());
        map.edit(old -> new ConfigMapBuilder(old)
                .editMetadata()
                .withFinalizers()
                .endMetadata()
                .build());
        System.out.println("gone " + map.waitUntilCondition(java.util.Objects::isNull, 120, TimeUnit.SECONDS));
    }

    private static ConfigMap text(String key, String value) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName("written")
                .endMetadata()
                .withData(Map.of(key, value))
                .build();
    }

    private static void tell(String what, ConfigMap map) {
        System.out.println(what + " " + new java.util.TreeMap<>(map.getData()));
    }
}
