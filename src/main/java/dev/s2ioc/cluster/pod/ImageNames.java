package dev.s2ioc.cluster.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.image.ImageStreams;
import dev.s2ioc.cluster.store.Json;
import java.util.List;

/** Puts the images of streams in the place of the streams' names, where the streams or the pod allow it. */
final class ImageNames {
    private static final String ANNOTATION = "alpha.image.policy.openshift.io/resolve-names";

    private final ImageStreams streams;

    ImageNames(ImageStreams streams) {
        this.streams = streams;
    }

    void resolve(ObjectNode pod) {
        String namespace = Json.at(pod, "metadata", "namespace");
        boolean any = pod.path("metadata")
                .path("annotations")
                .path(ANNOTATION)
                .asText("")
                .equals("*");
        for (String list : List.of("initContainers", "containers")) {
            for (JsonNode container : pod.path("spec").path(list)) {
                streams.lookup(Json.at(container, "image"), namespace, any)
                        .ifPresent(image -> ((ObjectNode) container).put("image", image));
            }
        }
    }
}
