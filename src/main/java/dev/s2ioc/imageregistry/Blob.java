package dev.s2ioc.imageregistry;

import com.fasterxml.jackson.databind.JsonNode;

/** What a manifest says of a blob. */
public record Blob(String mediaType, String digest, long size) {
    static Blob of(JsonNode descriptor) {
        return new Blob(
                descriptor.path("mediaType").asText(""),
                descriptor.path("digest").asText(""),
                descriptor.path("size").asLong());
    }
}
