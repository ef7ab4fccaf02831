package dev.s2ioc.cluster.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.build.BuildName;
import dev.s2ioc.cluster.build.BuildPods;
import dev.s2ioc.cluster.build.Phase;
import dev.s2ioc.cluster.pod.Node;
import dev.s2ioc.cluster.store.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A build, seen as the pod in which OpenShift does it. It says only what holds here, where the cluster itself builds. */
final class BuildPod {
    /** There is no image of a builder: the program that serves the API does the work. */
    static final String IMAGE = "s2ioc";

    private static final String BUILD_NAME = "openshift.io/build.name";

    private final JsonNode build;
    private final BuildContainers containers;

    private BuildPod(JsonNode build) {
        this.build = build;
        this.containers = BuildContainers.of(build);
    }

    /** Empty before the build's turn has come, and when the pod is gone: deleted, or by cancelling the build. */
    static Optional<ObjectNode> of(JsonNode build) {
        boolean begun = !Json.at(build, "status", "startTimestamp").isEmpty();
        return begun && Phase.of(build) != Phase.Cancelled && !BuildPods.isDeleted(build)
                ? Optional.of(new BuildPod(build).pod())
                : Optional.empty();
    }

    static String name(JsonNode build) {
        return BuildName.ofPod(Json.at(build, "metadata", "name"));
    }

    private ObjectNode pod() {
        ObjectNode pod = Json.object();
        pod.put("kind", PodResource.TYPE.kind()).put("apiVersion", PodResource.TYPE.apiVersion());
        pod.set("metadata", metadata());
        pod.set("spec", spec());
        pod.set("status", new BuildPodStatus(build, containers).json());
        return pod;
    }

    private ObjectNode metadata() {
        JsonNode of = build.path("metadata");
        String name = Json.at(of, "name");
        ObjectNode metadata = Json.object().put("name", name(build));
        metadata.set("namespace", of.path("namespace"));
        metadata.put("uid", uid(Json.at(of, "uid")));
        metadata.set("resourceVersion", of.path("resourceVersion"));
        metadata.set("creationTimestamp", build.path("status").path("startTimestamp"));
        metadata.putObject("labels").put(BUILD_NAME, BuildName.asLabel(name));
        metadata.putObject("annotations").put(BUILD_NAME, name);
        ObjectNode owner = metadata.putArray("ownerReferences").addObject();
        owner.put("apiVersion", Json.at(build, "apiVersion")).put("kind", Json.at(build, "kind"));
        owner.put("name", name).put("uid", Json.at(of, "uid")).put("controller", true);
        return metadata;
    }

    /** Always the same of the same build. */
    private static String uid(String build) {
        return UUID.nameUUIDFromBytes(("pod of " + build).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private ObjectNode spec() {
        JsonNode of = build.path("spec");
        ObjectNode spec = Json.object();
        if (!containers.init().isEmpty()) {
            fill(spec.putArray("initContainers"), containers.init(), Json.object());
        }
        fill(spec.putArray("containers"), List.of(containers.main()), of.path("resources"));
        spec.put("restartPolicy", "Never");
        if (of.path("completionDeadlineSeconds").isIntegralNumber()) {
            spec.set("activeDeadlineSeconds", of.get("completionDeadlineSeconds"));
        }
        String account = of.path("serviceAccount").asText("builder");
        spec.put("serviceAccountName", account).put("serviceAccount", account);
        return spec.put("nodeName", Node.NAME).put("hostNetwork", true);
    }

    private static void fill(ArrayNode list, List<String> names, JsonNode resources) {
        for (String name : names) {
            ObjectNode container = list.addObject().put("name", name).put("image", IMAGE);
            container.set("resources", resources.isObject() ? resources.deepCopy() : Json.object());
        }
    }
}
