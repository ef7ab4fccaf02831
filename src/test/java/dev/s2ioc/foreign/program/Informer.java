package dev.s2ioc.foreign.program;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.openshift.client.OpenShiftClient;
import java.io.IOException;

/** Tells every event of the labelled config maps, until its input ends. */
final class Informer implements OpenShiftProgram.Part {
    @Override
    public void run(OpenShiftClient client) throws IOException {
        SharedIndexInformer<ConfigMap> informer = client.configMaps()
                .withLabel("watched")
                .inform(new ResourceEventHandler<>() {
                    @Override
                    public void onAdd(ConfigMap map) {
                        tell("added", map);
                    }

                    @Override
                    public void onUpdate(ConfigMap old, ConfigMap map) {
                        tell("updated", map);
                    }

                    @Override
                    public void onDelete(ConfigMap map, boolean unknown) {
                        tell("deleted", map);
                    }
                });
        System.out.println("synced " + informer.hasSynced());
        while (System.in.read() >= 0) {
            // Only its end matters.
        }
        informer.stop();
    }

    private static void tell(String what, ConfigMap map) {
        System.out.println(
                what + " " + map.getMetadata().getName() + " " + map.getData().get("n"));
    }
}
