package dev.s2ioc.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.api.schema.PublishedSchemas;
import dev.s2ioc.cluster.store.Json;
import java.util.Set;

/** An OpenAPI document of version 3 in the words of version 2. */
final class Swagger {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private Swagger() {}

    static ObjectNode of(ObjectNode document) {
        ObjectNode swagger = Json.object().put("swagger", "2.0");
        swagger.set("info", document.get("info"));
        ObjectNode paths = swagger.putObject("paths");
        document.path("paths").properties().forEach(path -> paths.set(path.getKey(), item(path.getValue())));
        ObjectNode definitions = swagger.putObject("definitions");
        document.path("components")
                .path("schemas")
                .properties()
                .forEach(schema -> definitions.set(schema.getKey(), schema(schema.getValue())));
        return swagger;
    }

    private static ObjectNode item(JsonNode item) {
        ObjectNode found = Json.object();
        item.properties().forEach(each -> {
            if (METHODS.contains(each.getKey())) {
                found.set(each.getKey(), operation(each.getValue()));
            } else {
                found.set(each.getKey(), parameters(each.getValue()));
            }
        });
        return found;
    }

    private static ArrayNode parameters(JsonNode parameters) {
        ArrayNode found = Json.array();
        for (JsonNode parameter : parameters) {
            ObjectNode flat = parameter.deepCopy();
            flat.setAll((ObjectNode) flat.remove("schema"));
            found.add(flat);
        }
        return found;
    }

    private static ObjectNode operation(JsonNode operation) {
        ObjectNode found = operation.deepCopy();
        found.set("parameters", parameters(operation.path("parameters")));
        if (found.remove("requestBody") instanceof ObjectNode body) {
            ObjectNode content = (ObjectNode) body.get("content");
            content.fieldNames().forEachRemaining(Json.items(found, "consumes")::add);
            ObjectNode parameter = Json.items(found, "parameters").addObject();
            parameter.put("name", "body").put("in", "body").put("required", true);
            parameter.set(
                    "schema",
                    schema(content.properties().iterator().next().getValue().path("schema")));
        }
        found.path("responses").properties().forEach(response -> {
            JsonNode content = ((ObjectNode) response.getValue()).remove("content");
            content.fieldNames().forEachRemaining(type -> {
                Json.items(found, "produces").add(type);
                ((ObjectNode) response.getValue())
                        .set("schema", schema(content.path(type).path("schema")));
            });
        });
        return found;
    }

    /** References lead elsewhere, and stand where version 3 needs a list of one. */
    private static JsonNode schema(JsonNode schema) {
        if (schema instanceof ArrayNode list) {
            ArrayNode found = Json.array();
            list.forEach(each -> found.add(schema(each)));
            return found;
        }
        if (!(schema instanceof ObjectNode)) {
            return schema;
        }
        ObjectNode found = Json.object();
        schema.properties().forEach(each -> {
            if (each.getKey().equals("allOf")) {
                found.setAll((ObjectNode) schema(each.getValue().get(0)));
            } else if (each.getKey().equals("$ref")) {
                found.put("$ref", each.getValue().asText().replace(PublishedSchemas.REFERENCE, "#/definitions/"));
            } else {
                found.set(each.getKey(), schema(each.getValue()));
            }
        });
        return found;
    }
}
