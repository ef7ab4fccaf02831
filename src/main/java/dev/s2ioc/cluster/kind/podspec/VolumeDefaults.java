package dev.s2ioc.cluster.kind.podspec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a volume says when its writer does not. */
final class VolumeDefaults {
    private static final List<String> OF_FILES = List.of("secret", "configMap", "downwardAPI", "projected");
    private static final int MODE = 0644;
    private static final int HOUR = 3600;

    private VolumeDefaults() {}

    static void set(ObjectNode volume) {
        if (volume.size() <= 1) {
            volume.putObject("emptyDir");
        }
        for (String kind : OF_FILES) {
            if (volume.get(kind) instanceof ObjectNode source) {
                PodSpecDefaults.number(source, "defaultMode", MODE);
                PodSpecDefaults.objects(source.path("items"), ContainerDefaults::setFieldVersion);
                PodSpecDefaults.objects(source.path("sources"), VolumeDefaults::setProjected);
            }
        }
    }

    private static void setProjected(ObjectNode source) {
        PodSpecDefaults.objects(source.path("downwardAPI").path("items"), ContainerDefaults::setFieldVersion);
        if (source.get("serviceAccountToken") instanceof ObjectNode token) {
            PodSpecDefaults.number(token, "expirationSeconds", HOUR);
        }
    }
}
