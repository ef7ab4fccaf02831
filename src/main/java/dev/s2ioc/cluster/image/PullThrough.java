package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Fetches what a stream's imported images consist of, from where they were imported. */
public final class PullThrough {
    private final ImageStreams streams;
    private final Remotes remotes;

    public PullThrough(ImageStreams streams, Remotes remotes) {
        this.streams = streams;
        this.remotes = remotes;
    }

    /** Content of another registry, to be closed; whoever keeps it must compare its digest. */
    public record Content(String mediaType, InputStream body) {}

    /** A manifest in a stream's history, or of a member of a list there. */
    public Optional<Content> manifest(String namespace, String name, String digest) throws IOException {
        return fetch(namespace, name, image -> isManifest(image, digest), "manifests", digest);
    }

    /** The configuration or a layer of an image in a stream's history. */
    public Optional<Content> blob(String namespace, String name, String digest) throws IOException {
        return fetch(namespace, name, image -> hasBlob(image, digest), "blobs", digest);
    }

    /** Tells the images apart that a digest can belong to. */
    private interface Test {
        boolean on(ObjectNode image);
    }

    private Optional<Content> fetch(String namespace, String name, Test test, String kind, String digest)
            throws IOException {
        Optional<ObjectNode> stream = streams.find(namespace, name);
        if (stream.isEmpty()) {
            return Optional.empty();
        }
        IOException failure = null;
        for (Map.Entry<RemoteName, Boolean> place : places(stream.get(), test).entrySet()) {
            try {
                Optional<Content> content = fetch(namespace, place.getKey(), place.getValue(), kind, digest);
                if (content.isPresent()) {
                    return content;
                }
            } catch (IOException e) {
                failure = new IOException(place.getKey() + ": " + RemoteFailure.why(e, place.getKey()), e);
            }
        }
        if (failure != null) {
            throw failure;
        }
        return Optional.empty();
    }

    /** Where the images that fit were imported from, and whether their tags allow insecure connections. */
    private Map<RemoteName, Boolean> places(JsonNode stream, Test test) {
        Map<RemoteName, Boolean> places = new LinkedHashMap<>();
        for (JsonNode entry : stream.path("status").path("tags")) {
            boolean insecure = SpecTag.find(stream, Json.at(entry, "tag"))
                    .map(spec -> spec.path("importPolicy").path("insecure").asBoolean())
                    .orElse(false);
            for (JsonNode event : entry.path("items")) {
                origin(event)
                        .filter(origin -> streams.image(Json.at(event, "image"))
                                .filter(test::on)
                                .isPresent())
                        .ifPresent(origin -> places.merge(origin, insecure, Boolean::logicalOr));
            }
        }
        return places;
    }

    /** Another registry's name; what the cluster's own registry does not have, nobody has. */
    private static Optional<RemoteName> origin(JsonNode event) {
        String reference = Json.at(event, "dockerImageReference");
        try {
            return reference.startsWith(Registries.INTERNAL + "/")
                    ? Optional.empty()
                    : Optional.of(RemoteName.parse(reference));
        } catch (StatusException e) {
            // Mappings may carry any reference; one that names no image leads nowhere.
            return Optional.empty();
        }
    }

    private Optional<Content> fetch(String namespace, RemoteName place, boolean insecure, String kind, String digest)
            throws IOException {
        RemoteRegistry registry = remotes.open(namespace, place, insecure);
        boolean handedOver = false;
        try {
            HttpResponse<InputStream> answer = registry.stream(kind, digest);
            if (answer.statusCode() == 200) {
                handedOver = true;
                String type = answer.headers().firstValue("Content-Type").orElse("");
                return Optional.of(new Content(type, closing(answer.body(), registry)));
            }
            answer.body().close();
            if (answer.statusCode() == 404) {
                return Optional.empty();
            }
            throw new IOException("the registry answered " + answer.statusCode());
        } finally {
            if (!handedOver) {
                registry.close();
            }
        }
    }

    private static InputStream closing(InputStream body, RemoteRegistry registry) {
        return new FilterInputStream(body) {
            @Override
            public void close() throws IOException {
                super.close();
                registry.close();
            }
        };
    }

    private boolean isManifest(ObjectNode image, String digest) {
        return Json.at(image, "metadata", "name").equals(digest)
                || image.path("dockerImageManifests")
                        .valueStream()
                        .anyMatch(member -> Json.at(member, "digest").equals(digest));
    }

    private boolean hasBlob(ObjectNode image, String digest) {
        return Json.at(image, "dockerImageMetadata", "Id").equals(digest)
                || image.path("dockerImageLayers")
                        .valueStream()
                        .anyMatch(layer -> Json.at(layer, "name").equals(digest))
                || image.path("dockerImageManifests")
                        .valueStream()
                        .flatMap(member -> streams.image(Json.at(member, "digest")).stream())
                        .anyMatch(member -> hasBlob(member, digest));
    }
}
