package dev.s2ioc.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.ResourceType;
import java.util.List;

/** The types that a server has, as one object of the kind in which a server tells those of one group. */
final class ApiResourceList {

    private ApiResourceList() {}

    static ObjectNode of(List<ResourceType> types) {
        ObjectNode list = Json.object()
                .put("kind", "APIResourceList")
                .put("apiVersion", "v1")
                .put("groupVersion", "");
        ArrayNode resources = list.putArray("resources");
        types.forEach(type -> resources.add(resource(type)));
        return list;
    }

    private static ObjectNode resource(ResourceType type) {
        ObjectNode resource = Json.object()
                .put("name", type.plural())
                .put("singularName", type.singular())
                .put("namespaced", type.namespaced());
        if (!type.group().isEmpty()) {
            resource.put("group", type.group());
        }
        resource.put("version", type.version()).put("kind", type.kind());
        type.verbs().forEach(resource.putArray("verbs")::add);
        add(resource, "shortNames", type.shortNames());
        add(resource, "categories", type.categories());
        return resource;
    }

    private static void add(ObjectNode resource, String field, List<String> words) {
        if (!words.isEmpty()) {
            words.forEach(resource.putArray(field)::add);
        }
    }
}
