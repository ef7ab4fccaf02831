package dev.s2ioc.cluster.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.api.patch.Patch;
import dev.s2ioc.cluster.api.schema.PublishedSchemas;
import dev.s2ioc.cluster.kind.PartSubresource;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.Subresource;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.kind.Verb;
import dev.s2ioc.cluster.store.Json;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The paths of one resource in an OpenAPI document: where objects and lists of them are, and what is below an object. */
final class ApiPaths {
    private static final Map<Verb, String> METHODS = Map.of(
            Verb.create, "post",
            Verb.delete, "delete",
            Verb.deletecollection, "delete",
            Verb.get, "get",
            Verb.list, "get",
            Verb.patch, "patch",
            Verb.update, "put");
    private static final Set<Verb> OF_COLLECTIONS = Set.of(Verb.create, Verb.deletecollection, Verb.list);
    private static final Set<Verb> WRITING = Set.of(Verb.create, Verb.patch, Verb.update);
    private static final List<String> OF_LISTS = List.of(
            "labelSelector", "fieldSelector", "limit", "continue", "resourceVersion", "resourceVersionMatch", "watch");

    private final Resource resource;
    private final Type type;
    private final Collection<Subresource> subresources;

    ApiPaths(Resource resource, Collection<Subresource> subresources) {
        this.resource = resource;
        this.type = resource.type();
        this.subresources = subresources;
    }

    /** {@code api/v1} or {@code apis/GROUP/VERSION}. */
    static String root(Type type) {
        return (type.group().isEmpty() ? "api/" : "apis/") + type.apiVersion();
    }

    void addTo(ObjectNode paths) {
        String collection = "/" + root(type) + (type.namespaced() ? "/namespaces/{namespace}/" : "/") + type.plural();
        for (Verb verb : resource.verbs()) {
            // A watch is a list with a parameter.
            if (verb != Verb.watch) {
                String path = OF_COLLECTIONS.contains(verb) ? collection : collection + "/{name}";
                operation(Json.child(paths, path), verb, "", resource.keepsManagedFields());
            }
        }
        if (type.namespaced() && resource.verbs().contains(Verb.list)) {
            String everywhere = "/" + root(type) + "/" + type.plural();
            operation(Json.child(paths, everywhere), Verb.list, "ForAllNamespaces", false);
        }
        for (Subresource sub : subresources) {
            for (Verb verb : sub.verbs()) {
                ObjectNode path = Json.child(paths, collection + "/{name}/" + sub.name());
                operation(path, verb, "/" + sub.name(), sub instanceof PartSubresource);
            }
        }
        paths.properties().stream()
                .filter(each ->
                        each.getKey().startsWith(collection) || each.getKey().endsWith("/" + type.plural()))
                .forEach(each -> pathParameters((ObjectNode) each.getValue(), each.getKey()));
    }

    private static void pathParameters(ObjectNode item, String path) {
        ArrayNode parameters = item.putArray("parameters");
        for (String name : List.of("name", "namespace")) {
            if (path.contains("{" + name + "}")) {
                parameter(parameters, name, "path").put("required", true);
            }
        }
    }

    private void operation(ObjectNode item, Verb verb, String suffix, boolean applies) {
        boolean below = suffix.startsWith("/");
        ObjectNode operation = item.putObject(METHODS.get(verb));
        operation.put("operationId", verb + "_" + type.resource().replace('.', '_') + suffix.replace('/', '_'));
        operation.put("x-kubernetes-action", verb.name());
        operation
                .putObject("x-kubernetes-group-version-kind")
                .put("group", type.group())
                .put("version", type.version())
                .put("kind", type.kind());
        ArrayNode parameters = operation.putArray("parameters");
        if (WRITING.contains(verb)) {
            List.of("dryRun", "fieldManager", "fieldValidation").forEach(name -> parameter(parameters, name, "query"));
        }
        if (verb == Verb.list || verb == Verb.deletecollection) {
            OF_LISTS.forEach(name -> parameter(parameters, name, "query"));
        }
        bodies(operation, verb, below, applies);
        ObjectNode answer = operation
                .putObject("responses")
                .putObject(verb == Verb.create ? "201" : "200")
                .put("description", verb == Verb.create ? "Created" : "OK");
        content(answer, "application/json", answered(verb, below && !applies));
    }

    private String answered(Verb verb, boolean other) {
        return other || verb == Verb.delete || verb == Verb.deletecollection
                ? ""
                : PublishedSchemas.name(type) + (verb == Verb.list ? "List" : "");
    }

    private void bodies(ObjectNode operation, Verb verb, boolean below, boolean applies) {
        if (verb == Verb.patch) {
            for (String form : applies ? Patch.ALL_TYPES : Patch.TYPES) {
                // Clients merge strategically by the schema; where it says too little they shall merge plainly.
                if (!form.contains("strategic") || type.group().isEmpty()) {
                    content(Json.child(operation, "requestBody"), form, "");
                }
            }
        } else if (WRITING.contains(verb)) {
            String schema = below && !applies ? "" : PublishedSchemas.name(type);
            content(operation.putObject("requestBody"), below && !applies ? "*/*" : "application/json", schema);
        }
    }

    private static void content(ObjectNode owner, String mediaType, String schema) {
        ObjectNode described = Json.child(owner, "content").putObject(mediaType).putObject("schema");
        if (schema.isEmpty()) {
            described.put("type", "object");
        } else {
            described.put("$ref", PublishedSchemas.REFERENCE + schema);
        }
    }

    private static ObjectNode parameter(ArrayNode parameters, String name, String in) {
        ObjectNode parameter = parameters.addObject().put("name", name).put("in", in);
        parameter.putObject("schema").put("type", "string");
        return parameter;
    }
}
