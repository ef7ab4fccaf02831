package dev.s2ioc.cluster.api.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.api.patch.MergeKeys;
import dev.s2ioc.cluster.api.schema.Shape.Field;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.Optional;

/** The shapes of one group as OpenAPI's components, for whoever explains or merges objects. */
public final class PublishedSchemas {
    private static final String REFERENCE = "#/components/schemas/";

    private final String group;
    private final Schemas schemas;
    private final ObjectNode components = Json.object();

    public PublishedSchemas(String group) {
        this.group = group;
        this.schemas = Schemas.of(group);
    }

    /** Adds a kind, if it is described, with all that its fields need. */
    public void add(Type type) {
        Schemas.of(type).ifPresent(shape -> {
            describe(shape, new MergeKeys(Json.object().put("kind", type.kind())), List.of())
                    .putArray("x-kubernetes-group-version-kind")
                    .addObject()
                    .put("group", type.group())
                    .put("version", type.version())
                    .put("kind", type.kind());
        });
    }

    public ObjectNode components() {
        return components;
    }

    /** {@code io.openshift.build.v1.BuildSpec}: the last part is what is shown. */
    private String name(String shape) {
        String owner = group.isEmpty() || Schemas.isCommon(shape) ? "io.k8s" : "io.openshift." + group.split("\\.")[0];
        return owner + ".v1." + shape;
    }

    private ObjectNode describe(Shape shape, MergeKeys keys, List<String> path) {
        ObjectNode schema = components.putObject(name(shape.name()));
        schema.put("type", "object").put("description", shape.description());
        ObjectNode properties = schema.putObject("properties");
        shape.fields().forEach((field, declared) -> {
            ObjectNode property = properties.putObject(field).put("description", declared.description());
            List<String> inner = path.isEmpty() ? List.of(field) : List.of(path.getFirst(), field);
            fill(property, declared, keys, inner);
            if (path.size() < 2) {
                strategy(property, declared, keys, inner);
            }
        });
        return schema;
    }

    private void fill(ObjectNode property, Field field, MergeKeys keys, List<String> path) {
        if (field.isList()) {
            property.put("type", "array");
            fill(property.putObject("items"), field.inner(), keys, path);
        } else if (field.isMap()) {
            property.put("type", "object");
            fill(property.putObject("additionalProperties"), field.inner(), keys, path);
        } else {
            Optional<Shape> shape = schemas.shape(field.type());
            shape.ifPresent(found -> {
                property.putArray("allOf").addObject().put("$ref", REFERENCE + name(found.name()));
                if (!components.has(name(found.name()))) {
                    describe(found, keys, path);
                }
            });
            if (shape.isEmpty()) {
                plain(property, field.type());
            }
        }
    }

    private static void plain(ObjectNode property, String type) {
        switch (type) {
            case "integer", "boolean", "string" -> property.put("type", type);
            case "time" -> property.put("type", "string").put("format", "date-time");
            case "intstr", "quantity" -> property.put("type", "string").put("format", "int-or-string");
            default -> property.put("type", "object").put("x-kubernetes-preserve-unknown-fields", true);
        }
    }

    /** Which lists are merged, and by what: known where a shape is used in one place only. */
    private static void strategy(ObjectNode property, Field field, MergeKeys keys, List<String> path) {
        if (field.isList() && keys.isSet(path)) {
            property.put("x-kubernetes-patch-strategy", "merge");
        }
        if (field.isList()) {
            keys.of(path)
                    .ifPresent(key -> property.put("x-kubernetes-patch-strategy", "merge")
                            .put("x-kubernetes-patch-merge-key", key));
        }
    }
}
