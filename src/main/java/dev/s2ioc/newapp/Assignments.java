package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.s2ioc.client.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code NAME=VALUE} pairs as users write them; a later one replaces an earlier one of the same name. */
public record Assignments(Map<String, String> values) {
    public static final Assignments NONE = new Assignments(Map.of());

    public static Assignments parse(List<String> words) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new NewAppException("invalid parameter assignment in \"" + word + "\": it must be NAME=VALUE");
            }
            values.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return new Assignments(values);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The list of names and values that objects hold. */
    ArrayNode toJson() {
        ArrayNode list = Json.array();
        values.forEach((name, value) -> list.addObject().put("name", name).put("value", value));
        return list;
    }
}
