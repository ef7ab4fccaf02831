package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Subresource;
import dev.s2ioc.cluster.kind.Verb;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

/** {@code imagestreams/X/layers}: what the images of a stream consist of. */
final class LayersSubresource implements Subresource {
    private final ImageStreams streams;

    LayersSubresource(ImageStreams streams) {
        this.streams = streams;
    }

    @Override
    public String name() {
        return "layers";
    }

    @Override
    public String kind() {
        return "ImageStreamLayers";
    }

    @Override
    public Set<Verb> verbs() {
        return EnumSet.of(Verb.get);
    }

    @Override
    public void serve(Request request) throws IOException {
        ObjectNode stream = streams.find(request.call().namespace(), request.name())
                .orElseThrow(() -> StatusException.notFound(ImageStreamKind.TYPE, request.name()));
        ObjectNode answer = Json.object();
        answer.put("kind", kind()).put("apiVersion", ImageStreamKind.TYPE.apiVersion());
        ObjectNode metadata = answer.putObject("metadata");
        for (String field : new String[] {"name", "namespace", "uid", "resourceVersion", "creationTimestamp"}) {
            metadata.set(field, stream.path("metadata").get(field));
        }
        ObjectNode blobs = answer.putObject("blobs");
        ObjectNode images = answer.putObject("images");
        for (ObjectNode event : TagHistory.events(stream)) {
            streams.image(Json.at(event, "image")).ifPresent(image -> add(image, blobs, images));
        }
        request.reply().json(200, answer);
    }

    private static void add(ObjectNode image, ObjectNode blobs, ObjectNode images) {
        ObjectNode parts = images.putObject(Json.at(image, "metadata", "name"));
        parts.putArray("layers");
        for (JsonNode layer : image.path("dockerImageLayers")) {
            Json.items(parts, "layers").add(Json.at(layer, "name"));
            blobs.putObject(Json.at(layer, "name"))
                    .put("size", layer.path("size").asLong())
                    .put("mediaType", Json.at(layer, "mediaType"));
        }
        String config = Json.at(image, "dockerImageMetadata", "Id");
        if (!config.isEmpty()) {
            parts.put("config", config);
            blobs.putObject(config).put("mediaType", "application/vnd.docker.container.image.v1+json");
        }
        for (JsonNode member : image.path("dockerImageManifests")) {
            Json.items(parts, "manifests").add(Json.at(member, "digest"));
        }
    }
}
