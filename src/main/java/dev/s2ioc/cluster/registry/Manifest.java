package dev.s2ioc.cluster.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a manifest says: an image's configuration and layers, or the images of a list. */
record Manifest(String mediaType, JsonNode json) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";
    private static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    /** Of the specification's first drafts; it has blobs and no configuration. */
    private static final String OCI_ARTIFACT = "application/vnd.oci.artifact.manifest.v1+json";

    private static final Set<String> CONFIGURATIONS =
            Set.of("", "application/vnd.docker.container.image.v1+json", "application/vnd.oci.image.config.v1+json");
    private static final Set<String> LISTS =
            Set.of("application/vnd.docker.distribution.manifest.list.v2+json", OCI_INDEX);
    private static final Set<String> IMAGES =
            Set.of("application/vnd.docker.distribution.manifest.v2+json", OCI_MANIFEST);

    /** Reads a manifest that was sent with this Content-Type. */
    static Manifest parse(byte[] content, String contentType) {
        JsonNode json = json(content);
        String inside = json.path("mediaType").asText("");
        String sent = contentType.replaceFirst(";.*", "").trim();
        if (!inside.isEmpty() && !sent.isEmpty() && !inside.equals(sent)) {
            throw invalid("the manifest says it is " + inside + ", its Content-Type says " + sent);
        }
        String mediaType = !sent.isEmpty() ? sent : !inside.isEmpty() ? inside : guess(json);
        if (!LISTS.contains(mediaType) && !IMAGES.contains(mediaType) && !mediaType.equals(OCI_ARTIFACT)) {
            throw invalid("manifests of type " + mediaType + " are not accepted");
        }
        if (!mediaType.equals(OCI_ARTIFACT) && json.path("schemaVersion").asInt() != 2) {
            throw invalid("only manifests of schemaVersion 2 are accepted");
        }
        return new Manifest(mediaType, json);
    }

    private static JsonNode json(byte[] content) {
        try {
            JsonNode json = MAPPER.readTree(content);
            if (json.isObject()) {
                return json;
            }
        } catch (IOException e) {
            throw invalid("the manifest is not JSON: " + e.getMessage());
        }
        throw invalid("the manifest is not a JSON object");
    }

    private static String guess(JsonNode json) {
        return json.has("manifests") ? OCI_INDEX : OCI_MANIFEST;
    }

    private static RegistryException invalid(String message) {
        return new RegistryException(400, "MANIFEST_INVALID", message);
    }

    boolean isList() {
        return LISTS.contains(mediaType);
    }

    /** The configuration of a container image; lists have none, and that of an artifact may be anything. */
    Optional<Digest> config() {
        boolean image = IMAGES.contains(mediaType)
                && CONFIGURATIONS.contains(json.path("config").path("mediaType").asText(""));
        return image ? Optional.of(digest(json.path("config"))) : Optional.empty();
    }

    /** The manifests of a list. */
    List<Digest> members() {
        return isList() ? digests(json.path("manifests")) : List.of();
    }

    /** The blobs that must be there before the manifest: the configuration and the layers, but those kept elsewhere. */
    List<Digest> blobs() {
        if (isList()) {
            return List.of();
        }
        if (mediaType.equals(OCI_ARTIFACT)) {
            return digests(json.path("blobs"));
        }
        List<Digest> blobs = new ArrayList<>(List.of(digest(json.path("config"))));
        blobs.addAll(digests(json.path("layers")));
        return blobs;
    }

    /** The manifest that this one says something about, such as a signature's image. */
    Optional<Digest> subject() {
        return json.path("subject").isObject() ? Optional.of(digest(json.path("subject"))) : Optional.empty();
    }

    String artifactType() {
        String own = json.path("artifactType").asText("");
        return own.isEmpty() ? json.path("config").path("mediaType").asText("") : own;
    }

    private static List<Digest> digests(JsonNode descriptors) {
        List<Digest> digests = new ArrayList<>();
        for (JsonNode descriptor : descriptors) {
            if (descriptor.path("urls").isEmpty()) {
                digests.add(digest(descriptor));
            }
        }
        return digests;
    }

    private static Digest digest(JsonNode descriptor) {
        if (!descriptor.path("digest").isTextual()) {
            throw invalid("a descriptor of the manifest has no digest");
        }
        return Digest.parse(descriptor.path("digest").asText());
    }
}
