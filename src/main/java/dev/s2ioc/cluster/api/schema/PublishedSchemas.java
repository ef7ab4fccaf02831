package dev.s2ioc.cluster.api.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.api.patch.MergeKeys;
import dev.s2ioc.cluster.api.schema.Shape.Field;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.Optional;

/** The shapes of a kind as OpenAPI's components, for whoever explains or merges objects. */
public final class PublishedSchemas {
    public static final String REFERENCE = "#/components/schemas/";

    private final Type type;
    private final Schemas schemas;
    private final ObjectNode components;

    /** They are added to the components that there are already. */
    public PublishedSchemas(Type type, ObjectNode components) {
        this.type = type;
        this.schemas = Schemas.in(type);
        this.components = components;
    }

    /** Adds the kind and lists of it, with all that its fields need. */
    public void add() {
        Shape shape = Schemas.of(type);
        ObjectNode schema = describe(shape, new MergeKeys(Json.object().put("kind", type.kind())), List.of());
        mark(schema, type, type.kind());
        ObjectNode list = components.putObject(name(type) + "List").put("type", "object");
        list.put("description", "A list of objects of the kind " + type.kind() + ".");
        ObjectNode properties = list.putObject("properties");
        properties.putObject("apiVersion").put("type", "string");
        properties.putObject("kind").put("type", "string");
        properties.putObject("metadata").put("type", "object");
        properties.putObject("items").put("type", "array").putObject("items").put("$ref", REFERENCE + name(type));
        mark(list, type, type.kind() + "List");
    }

    private static void mark(ObjectNode schema, Type type, String kind) {
        schema.putArray("x-kubernetes-group-version-kind")
                .addObject()
                .put("group", type.group())
                .put("version", type.version())
                .put("kind", kind);
    }

    /** What the schema of a kind is called: {@code io.openshift.build.v1.BuildConfig}; the last part is what is shown. */
    public static String name(Type type) {
        return name(type.group(), type.version(), type.kind());
    }

    private String name(String shape) {
        return Schemas.isCommon(shape) ? name("", "v1", shape) : name(type.group(), type.version(), shape);
    }

    private static String name(String group, String version, String shape) {
        String owner = group.endsWith("openshift.io") ? "io.openshift." : "io.k8s.";
        return owner + (group.isEmpty() ? "" : group.split("\\.")[0] + ".") + version + "." + shape;
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
