package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.image.ImageStreams;
import dev.s2ioc.cluster.image.Registries;
import dev.s2ioc.cluster.store.Json;
import java.util.Optional;

/** Where a build's image goes. */
final class Output {
    private Output() {}

    /** The reference to push to: empty for a build without output; no answer when the stream is not there. */
    static Optional<String> reference(JsonNode build, ImageStreams streams) {
        JsonNode to = build.path("spec").path("output").path("to");
        String name = Json.at(to, "name");
        if (name.isEmpty() || Json.at(to, "kind").equals("DockerImage")) {
            return Optional.of(name);
        }
        String own = Json.at(to, "namespace");
        String namespace = own.isEmpty() ? Json.at(build, "metadata", "namespace") : own;
        int colon = name.indexOf(':');
        String stream = colon < 0 ? name : name.substring(0, colon);
        String tag = colon < 0 ? "latest" : name.substring(colon + 1);
        return streams.find(namespace, stream)
                .map(found -> Registries.INTERNAL + "/" + namespace + "/" + stream + ":" + tag);
    }
}
