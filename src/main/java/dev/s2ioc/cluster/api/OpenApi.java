package dev.s2ioc.cluster.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.api.patch.Patch;
import dev.s2ioc.cluster.api.schema.PublishedSchemas;
import dev.s2ioc.cluster.kind.Kinds;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.kind.Verb;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * OpenAPI v3: the paths and their parameters, by group and version. kubectl looks here whether the server takes over the
 * validation of fields, and sends nothing before it knows. The fields are described of the kinds that have a schema.
 */
final class OpenApi {
    private static final Map<String, String> OPERATIONS = Map.of(
            "get", "get",
            "update", "put",
            "patch", "patch",
            "delete", "delete");
    private static final Set<String> WRITING = Set.of("update", "patch", "create");

    private final Kinds kinds;

    OpenApi(Kinds kinds) {
        this.kinds = kinds;
    }

    /** {@code /openapi/v3}: where the documents are. */
    ObjectNode index() {
        Set<String> roots = new TreeSet<>();
        kinds.all().forEach(resource -> roots.add(root(resource.type())));
        ObjectNode index = Json.object();
        ObjectNode paths = index.putObject("paths");
        roots.forEach(root -> paths.putObject(root).put("serverRelativeURL", "/openapi/v3/" + root));
        return index;
    }

    /** {@code /openapi/v3/apis/GROUP/VERSION}. */
    ObjectNode document(String root) {
        ObjectNode document = Json.object().put("openapi", "3.0.0");
        document.putObject("info").put("title", "s2ioc").put("version", "v1");
        ObjectNode paths = document.putObject("paths");
        for (Resource resource : kinds.all()) {
            if (root(resource.type()).equals(root)) {
                describe(paths, resource);
            }
        }
        if (paths.isEmpty()) {
            throw StatusException.noSuchPath();
        }
        PublishedSchemas schemas = new PublishedSchemas(root.startsWith("apis/") ? root.split("/")[1] : "");
        kinds.all().stream()
                .filter(resource -> root(resource.type()).equals(root))
                .forEach(resource -> schemas.add(resource.type()));
        document.putObject("components").set("schemas", schemas.components());
        return document;
    }

    private static String root(Type type) {
        return type.group().isEmpty() ? "api/" + type.version() : "apis/" + type.group() + "/" + type.version();
    }

    private static void describe(ObjectNode paths, Resource resource) {
        Type type = resource.type();
        String collection = "/" + root(type) + (type.namespaced() ? "/namespaces/{namespace}/" : "/") + type.plural();
        ObjectNode all = Json.object();
        ObjectNode one = Json.object();
        for (Verb verb : resource.verbs()) {
            switch (verb) {
                case list -> operation(all.putObject("get"), type, verb);
                case create -> operation(all.putObject("post"), type, verb);
                case deletecollection -> operation(all.putObject("delete"), type, verb);
                case get, update, patch, delete -> {
                    ObjectNode operation = one.putObject(OPERATIONS.get(verb.name()));
                    operation(operation, type, verb);
                    if (verb == Verb.patch && resource.keepsManagedFields()) {
                        body(operation, Patch.APPLY);
                    }
                }
                case watch -> {
                    // A list with a parameter.
                }
            }
        }
        pathParameters(all, type, false);
        pathParameters(one, type, true);
        paths.set(collection, all);
        if (one.size() > 1) {
            paths.set(collection + "/{name}", one);
        }
    }

    private static void pathParameters(ObjectNode path, Type type, boolean named) {
        ArrayNode parameters = path.putArray("parameters");
        if (named) {
            parameter(parameters, "name", "path").put("required", true);
        }
        if (type.namespaced()) {
            parameter(parameters, "namespace", "path").put("required", true);
        }
    }

    private static void operation(ObjectNode operation, Type type, Verb verb) {
        operation.put("x-kubernetes-action", verb.name());
        operation
                .putObject("x-kubernetes-group-version-kind")
                .put("group", type.group())
                .put("version", type.version())
                .put("kind", type.kind());
        ArrayNode parameters = operation.putArray("parameters");
        if (WRITING.contains(verb.name())) {
            List.of("dryRun", "fieldManager", "fieldValidation").forEach(name -> parameter(parameters, name, "query"));
        }
        if (verb == Verb.patch) {
            Patch.TYPES.forEach(form -> {
                // Clients merge strategically by the schema; without one they shall merge plainly.
                if (!form.contains("strategic") || type.group().isEmpty()) {
                    body(operation, form);
                }
            });
        }
        operation.putObject("responses").putObject("200").put("description", "OK");
    }

    private static void body(ObjectNode operation, String form) {
        Json.child(Json.child(operation, "requestBody"), "content")
                .putObject(form)
                .putObject("schema")
                .put("type", "object");
    }

    private static ObjectNode parameter(ArrayNode parameters, String name, String in) {
        ObjectNode parameter = parameters.addObject().put("name", name).put("in", in);
        parameter.putObject("schema").put("type", "string");
        return parameter;
    }
}
