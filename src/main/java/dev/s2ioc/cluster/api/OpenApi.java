package dev.s2ioc.cluster.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.api.schema.PublishedSchemas;
import dev.s2ioc.cluster.kind.Kinds;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * OpenAPI: what can be sent where, and what the fields mean. In version 3 there is a document for each group and version; in
 * version 2 there is one for all. kubectl looks here whether the server takes over the validation of fields, and sends nothing
 * before it knows.
 */
final class OpenApi {
    private final Kinds kinds;

    OpenApi(Kinds kinds) {
        this.kinds = kinds;
    }

    /** What is below {@code /openapi}. */
    void serve(Exchange exchange, List<String> path) {
        // Clients that read only the protobuf form must not be given another one.
        Accept.of(exchange.header("Accept").orElse(""));
        if (path.equals(List.of("v2"))) {
            exchange.json(200, Swagger.of(document(roots())));
        } else if (path.equals(List.of("v3"))) {
            exchange.json(200, index());
        } else {
            String root = String.join("/", path.subList(1, path.size()));
            if (!path.getFirst().equals("v3") || !roots().contains(root)) {
                throw StatusException.noSuchPath();
            }
            exchange.json(200, document(Set.of(root)));
        }
    }

    Set<String> paths() {
        Set<String> paths = roots().stream().map(root -> "/openapi/v3/" + root).collect(Collectors.toSet());
        paths.addAll(Set.of("/openapi/v2", "/openapi/v3"));
        return paths;
    }

    /** {@code api/v1} and {@code apis/GROUP/VERSION}. */
    private Set<String> roots() {
        return kinds.all().stream()
                .map(resource -> ApiPaths.root(resource.type()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private ObjectNode index() {
        ObjectNode index = Json.object();
        ObjectNode paths = index.putObject("paths");
        roots().forEach(root -> paths.putObject(root).put("serverRelativeURL", "/openapi/v3/" + root));
        return index;
    }

    private ObjectNode document(Set<String> roots) {
        ObjectNode document = Json.object().put("openapi", "3.0.0");
        document.putObject("info").put("title", "s2ioc").put("version", "v1");
        ObjectNode paths = document.putObject("paths");
        ObjectNode schemas = Json.child(document.putObject("components"), "schemas");
        for (Resource resource : kinds.all()) {
            Type type = resource.type();
            if (roots.contains(ApiPaths.root(type))) {
                new PublishedSchemas(type, schemas).add();
                new ApiPaths(resource, kinds.subresources(type)).addTo(paths);
            }
        }
        return document;
    }
}
