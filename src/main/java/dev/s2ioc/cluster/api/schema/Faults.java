package dev.s2ioc.cluster.api.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.api.schema.Shape.Field;
import dev.s2ioc.cluster.kind.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an object has that its kind has not: fields that are unknown, and values of other types. */
final class Faults {
    private final Schemas schemas;
    private final List<String> unknown = new ArrayList<>();
    private final List<String> mistyped = new ArrayList<>();

    private Faults(Schemas schemas) {
        this.schemas = schemas;
    }

    static Faults of(Type type, JsonNode object) {
        Faults faults = new Faults(Schemas.in(type));
        faults.fields(Schemas.of(type), object, "");
        return faults;
    }

    private void fields(Shape shape, JsonNode object, String path) {
        object.properties().forEach(each -> {
            String where = path + (path.isEmpty() ? "" : ".") + each.getKey();
            Field field = shape.fields().get(each.getKey());
            if (field == null) {
                unknown.add("unknown field \"" + where + "\"");
            } else {
                value(field, each.getValue(), where, shape.name() + "." + where);
            }
        });
    }

    private void value(Field field, JsonNode value, String path, String goPath) {
        if (value.isNull() || field.type().equals("any")) {
            return;
        }
        if (!fits(field, value)) {
            mistyped.add("json: cannot unmarshal " + nameOf(value) + " into Go struct field " + goPath + " of type "
                    + goType(field));
        } else if (field.isList()) {
            for (int i = 0; i < value.size(); i++) {
                value(field.inner(), value.get(i), path + "[" + i + "]", goPath);
            }
        } else if (field.isMap()) {
            value.properties()
                    .forEach(entry -> value(field.inner(), entry.getValue(), path + "." + entry.getKey(), goPath));
        } else {
            schemas.shape(field.type()).ifPresent(shape -> fields(shape, value, path));
        }
    }

    private static boolean fits(Field field, JsonNode value) {
        if (field.isList()) {
            return value.isArray();
        }
        return switch (field.type()) {
            case "string", "time" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "quantity", "intstr" -> value.isTextual() || value.isNumber();
            default -> value.isObject();
        };
    }

    private static String nameOf(JsonNode value) {
        return value.isTextual()
                ? "string"
                : value.isBoolean() ? "bool" : value.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private static String goType(Field field) {
        if (field.isList()) {
            return "[]" + goType(field.inner());
        }
        if (field.isMap()) {
            return "map[string]" + goType(field.inner());
        }
        return switch (field.type()) {
            case "integer" -> "int64";
            case "boolean" -> "bool";
            case "string", "time" -> "string";
            default -> "v1." + field.type();
        };
    }

    List<String> unknown() {
        return unknown;
    }

    List<String> mistyped() {
        return mistyped;
    }

    /** Only what was not there before. */
    Faults without(Faults before) {
        unknown.removeAll(before.unknown);
        mistyped.removeAll(before.mistyped);
        return this;
    }
}
