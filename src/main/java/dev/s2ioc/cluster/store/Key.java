package dev.s2ioc.cluster.store;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Where an object lives.
 *
 * @param resource the plural with its group, {@code builds.build.openshift.io}; without a dot for the core group
 * @param namespace empty for cluster-scoped objects
 */
public record Key(String resource, String namespace, String name) {

    /** The key of an object of the given resource, by its own metadata. */
    public static Key of(String resource, JsonNode object) {
        JsonNode metadata = object.path("metadata");
        return new Key(
                resource,
                metadata.path("namespace").asText(""),
                metadata.path("name").asText(""));
    }

    @Override
    public String toString() {
        return namespace.isEmpty() ? resource + " " + name : resource + " " + namespace + "/" + name;
    }
}
