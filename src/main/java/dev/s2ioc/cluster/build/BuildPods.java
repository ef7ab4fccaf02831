package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.List;

/** What a build's annotations say about its pod: how it is called, and whether somebody has deleted it. */
public final class BuildPods {
    private static final String NAME = "openshift.io/build.pod-name";
    /** OpenShift need not note this: there the pod is an object of its own. */
    private static final String DELETED = "s2ioc.dev/build-pod-deleted";

    private BuildPods() {}

    public static boolean isDeleted(JsonNode build) {
        return build.path("metadata").path("annotations").has(DELETED);
    }

    static void name(ObjectNode build) {
        annotations(build).put(NAME, BuildName.ofPod(Json.at(build, "metadata", "name")));
    }

    static void delete(ObjectNode build, String now) {
        annotations(build).put(DELETED, now);
    }

    /** For another build's annotations made from this one's. */
    static void forget(ObjectNode annotations) {
        annotations.remove(List.of(NAME, DELETED));
    }

    private static ObjectNode annotations(ObjectNode build) {
        return Json.child(Json.child(build, "metadata"), "annotations");
    }
}
