package dev.s2ioc.imageregistry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The manifest of an image, or of a list of them.
 *
 * @param digest of its bytes
 */
public record Manifest(String mediaType, String digest, byte[] bytes, JsonNode json) {
    public static final String OCI = "application/vnd.oci.image.manifest.v1+json";
    public static final String DOCKER = "application/vnd.docker.distribution.manifest.v2+json";

    private static final String OCI_LIST = "application/vnd.oci.image.index.v1+json";
    private static final String DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
    static final String ACCEPTED = String.join(", ", OCI, OCI_LIST, DOCKER, DOCKER_LIST);
    private static final Set<String> LISTS = Set.of(OCI_LIST, DOCKER_LIST);

    /** @param said the media type that came with the bytes; what they say themselves counts more */
    public static Manifest of(String said, byte[] bytes) throws IOException {
        JsonNode json = new ObjectMapper().readTree(bytes);
        String mediaType = json.path("mediaType").asText(said);
        return new Manifest(mediaType.isEmpty() ? guessed(json) : mediaType, Sha256.digest(bytes), bytes, json);
    }

    /** OCI's forms need not say what they are. */
    private static String guessed(JsonNode json) {
        return json.has("manifests") ? OCI_LIST : OCI;
    }

    public boolean isList() {
        return LISTS.contains(mediaType);
    }

    /** What a registry must have before it takes this manifest of an image: its config, and its layers from the bottom up. */
    public List<Blob> blobs() {
        return Stream.concat(
                        json.has("config") ? Stream.of(json.path("config")) : Stream.empty(),
                        json.path("layers").valueStream())
                .map(Blob::of)
                .toList();
    }
}
