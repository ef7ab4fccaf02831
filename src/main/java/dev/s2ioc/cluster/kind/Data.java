package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Json;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** The rules for the keys and values of secrets and config maps. */
final class Data {
    private static final int LIMIT = 1024 * 1024;
    private static final Pattern KEY = Pattern.compile("[-._a-zA-Z0-9]+");
    private static final String KEY_FAULT =
            "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',"
                    + "  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')";

    private Data() {}

    static void validateKeys(JsonNode data, String field, Causes causes) {
        data.propertyStream().map(java.util.Map.Entry::getKey).forEach(key -> {
            if (!KEY.matcher(key).matches() || key.length() > 253) {
                causes.invalid(field + "[" + key + "]", key, KEY_FAULT);
            }
        });
    }

    static void validateTexts(JsonNode data, String field, Causes causes) {
        data.propertyStream().forEach(entry -> {
            if (!entry.getValue().isTextual()) {
                throw StatusException.badRequest(
                        "ConfigMap in version \"v1\" cannot be handled as a ConfigMap: json: cannot"
                                + " unmarshal into Go struct field ConfigMap." + field + " of type string");
            }
        });
    }

    /** What cannot be decoded is no such object at all, hence 400. */
    static void validateBase64(JsonNode data, String field, Causes causes) {
        data.propertyStream().forEach(entry -> {
            try {
                Base64.getDecoder().decode(entry.getValue().asText(""));
            } catch (IllegalArgumentException e) {
                throw StatusException.badRequest(
                        "illegal base64 data in " + field + "[" + entry.getKey() + "]: " + e.getMessage());
            }
        });
    }

    static void validateSize(List<JsonNode> maps, String field, Causes causes) {
        long size = maps.stream()
                .flatMap(JsonNode::propertyStream)
                .mapToLong(entry -> entry.getValue().asText("").length())
                .sum();
        if (size > LIMIT) {
            causes.tooLong(field, LIMIT);
        }
    }

    static void validateImmutable(JsonNode old, JsonNode object, List<String> fields, Causes causes) {
        if (!old.path("immutable").asBoolean(false)) {
            return;
        }
        if (!object.path("immutable").asBoolean(false)) {
            causes.forbidden("immutable", "field is immutable when `immutable` is set");
        }
        for (String field : fields) {
            JsonNode before = old.path(field).isObject() ? old.path(field) : Json.object();
            JsonNode after = object.path(field).isObject() ? object.path(field) : Json.object();
            if (!before.equals(after)) {
                causes.forbidden(field, "field is immutable when `immutable` is set");
            }
        }
    }
}
