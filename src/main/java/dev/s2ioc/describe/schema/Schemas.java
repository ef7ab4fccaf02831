package dev.s2ioc.describe.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.s2ioc.client.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The schemas of one OpenAPI v3 document, and the ways from one to another. */
public record Schemas(JsonNode document) {

    private JsonNode all() {
        return document.path("components").path("schemas");
    }

    /** The schema of a type's objects. */
    public Optional<JsonNode> of(ResourceType type) {
        for (JsonNode schema : all()) {
            for (JsonNode kind : schema.path("x-kubernetes-group-version-kind")) {
                if (kind.path("group").asText("").equals(type.group())
                        && kind.path("version").asText("").equals(type.version())
                        && kind.path("kind").asText("").equals(type.kind())) {
                    return Optional.of(schema);
                }
            }
        }
        return Optional.empty();
    }

    /** The schema itself, or the one that it refers to. */
    JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? all().path(name(schema)) : schema;
    }

    /** The schemas that a schema is made of, or whose values its values hold: elements of lists, values of maps. */
    List<JsonNode> parts(JsonNode schema) {
        JsonNode whole = resolved(schema);
        List<JsonNode> parts = new ArrayList<>();
        whole.path("allOf").forEach(parts::add);
        for (String name : List.of("items", "additionalProperties")) {
            if (whole.path(name).isObject()) {
                parts.add(whole.path(name));
            }
        }
        return parts;
    }

    /** The schema, found in it or in its parts, that has fields; a missing node if its values have none. */
    JsonNode withFields(JsonNode schema) {
        JsonNode whole = resolved(schema);
        if (!whole.path("properties").isEmpty()) {
            return whole;
        }
        return parts(schema).stream()
                .map(this::withFields)
                .filter(found -> !found.isMissingNode())
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** {@code []EnvVar}, {@code map[string]string}, {@code BuildSource}, {@code integer}. */
    static String typeName(JsonNode schema) {
        if (schema.path("items").isObject()) {
            return "[]" + typeName(schema.path("items"));
        } else if (schema.path("additionalProperties").isObject()) {
            return "map[string]" + typeName(schema.path("additionalProperties"));
        } else if (schema.path("allOf").size() == 1 && !schema.has("properties")) {
            return typeName(schema.path("allOf").path(0));
        } else if (schema.has("$ref")) {
            String name = name(schema);
            return name.substring(name.lastIndexOf('.') + 1);
        }
        String type = schema.path("type").asText("object");
        return type.equals("object") ? "Object" : type;
    }

    private static String name(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
