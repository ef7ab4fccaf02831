package dev.s2ioc.command.registry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.ListOptions;
import dev.s2ioc.client.Session;
import java.util.List;
import java.util.Optional;

/**
 * The cluster's registry, as an image stream tells of it.
 *
 * @param published its address for the world; empty if it has none
 * @param internal its address within the cluster
 */
record RegistryAddress(Optional<String> published, Optional<String> internal) {

    /** Asks the streams of the session's project, then those that everybody can see. */
    static Optional<RegistryAddress> find(Session session) {
        for (String namespace : List.of(session.namespace(), "openshift")) {
            JsonNode streams;
            try {
                streams = session.resources()
                        .in(namespace)
                        .list(KnownTypes.IMAGE_STREAM, new ListOptions(Optional.empty(), Optional.empty(), 0))
                        .path("items");
            } catch (ApiException e) {
                if (e.isForbidden() || e.isNotFound()) {
                    continue;
                }
                throw e;
            }
            for (JsonNode stream : streams) {
                JsonNode status = stream.path("status");
                RegistryAddress address = new RegistryAddress(
                        host(status.path("publicDockerImageRepository")), host(status.path("dockerImageRepository")));
                if (address.published.isPresent() || address.internal.isPresent()) {
                    return Optional.of(address);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> host(JsonNode repository) {
        return Optional.of(repository.asText("").replaceFirst("/.*", "")).filter(host -> !host.isEmpty());
    }
}
