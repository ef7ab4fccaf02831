package dev.s2ioc.imageregistry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * The manifest of an image, or of a list of them.
 *
 * @param digest of its bytes
 */
public record Manifest(String mediaType, String digest, JsonNode json) {
    static final String ACCEPTED = String.join(
            ", ",
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.oci.image.index.v1+json",
            "application/vnd.docker.distribution.manifest.v2+json",
            "application/vnd.docker.distribution.manifest.list.v2+json");
    private static final Set<String> LISTS = Set.of(
            "application/vnd.oci.image.index.v1+json", "application/vnd.docker.distribution.manifest.list.v2+json");

    public boolean isList() {
        return LISTS.contains(mediaType);
    }
}
