package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with an object, field by field, in the API's words. */
public final class Causes {
    /** One of them. */
    public record Cause(String reason, String field, String message) {}

    private final List<Cause> all = new ArrayList<>();

    public Causes required(String field, String message) {
        return add("FieldValueRequired", field, "Required value" + (message.isEmpty() ? "" : ": " + message));
    }

    public Causes invalid(String field, Object value, String message) {
        return add("FieldValueInvalid", field, "Invalid value: " + quoted(value) + ": " + message);
    }

    /** A number that was left out; Go prints it as 0x0. */
    public Causes unset(String field, String message) {
        return add("FieldValueInvalid", field, "Invalid value: 0x0: " + message);
    }

    public Causes notSupported(String field, Object value, List<String> supported) {
        List<String> quoted = supported.stream().map(Causes::quoted).sorted().toList();
        return add(
                "FieldValueNotSupported",
                field,
                "Unsupported value: " + quoted(value) + ": supported values: " + String.join(", ", quoted));
    }

    public Causes forbidden(String field, String message) {
        return add("FieldValueForbidden", field, "Forbidden: " + message);
    }

    public Causes duplicate(String field, Object value) {
        return add("FieldValueDuplicate", field, "Duplicate value: " + quoted(value));
    }

    public Causes notFound(String field, Object value) {
        return add("FieldValueNotFound", field, "Not found: " + quoted(value));
    }

    public Causes internal(String field, String message) {
        return add("InternalError", field, "Internal error: " + message);
    }

    public Causes tooLong(String field, int limit) {
        return add("FieldValueTooLong", field, "Too long: may not be more than " + limit + " bytes");
    }

    private Causes add(String reason, String field, String message) {
        all.add(new Cause(reason, field, message));
        return this;
    }

    public List<Cause> all() {
        return List.copyOf(all);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    private static String quoted(Object value) {
        if (value == null || value instanceof NullNode) {
            return "null";
        }
        if (value instanceof JsonNode node && !node.isTextual()) {
            return node.toString();
        }
        String text = value instanceof JsonNode node ? node.asText() : value.toString();
        return value instanceof Number || value instanceof Boolean
                ? text
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
