package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.image.ImageStreams;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import java.util.Optional;

/** Settles which images a build is made of: what its references mean now, by digest. */
record ImageReferences(ImageStreams streams) {

    ObjectNode settled(JsonNode from, String namespace) {
        String own = Json.at(from, "namespace");
        String kind = Json.at(from, "kind");
        String image = streams.resolve(
                kind.isEmpty() ? "ImageStreamTag" : kind, Json.at(from, "name"), own.isEmpty() ? namespace : own);
        return Json.object().put("kind", "DockerImage").put("name", image);
    }

    /** The images that files are taken from. */
    void settleSources(ObjectNode spec, String namespace) {
        for (JsonNode image : spec.path("source").path("images")) {
            ((ObjectNode) image).set("from", settled(image.path("from"), namespace));
        }
    }

    /** The spec of a build that somebody has written by hand; none when an image is not there. */
    Optional<ObjectNode> ofHandmade(JsonNode build) {
        ObjectNode spec = build.path("spec").deepCopy();
        String namespace = Json.at(build, "metadata", "namespace");
        try {
            for (JsonNode strategy : spec.path("strategy")) {
                if (strategy.path("from").has("name")) {
                    ((ObjectNode) strategy).set("from", settled(strategy.path("from"), namespace));
                }
            }
            settleSources(spec, namespace);
            return Optional.of(spec);
        } catch (StatusException e) {
            return Optional.empty();
        }
    }
}
