package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.s2ioc.client.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** {@code NAME=VALUE} pairs as users write them; a later one replaces an earlier one of the same name. */
public record Assignments(Map<String, String> values) {
    public static final Assignments NONE = new Assignments(Map.of());

    /** Environment variables; the names of the server's choice are known here before anything is made. */
    public static Assignments environment(List<String> words) {
        Assignments assignments =
                parse(words, word -> "invalid parameter assignment in \"" + word + "\": it must be NAME=VALUE");
        assignments.values.forEach((name, value) -> {
            if (!name.matches("[-._a-zA-Z][-._a-zA-Z0-9]*")) {
                throw new NewAppException("invalid parameter assignment in \"" + name + "=" + value + "\": a name"
                        + " consists of letters, digits, '_', '-' and '.', and does not begin with a digit");
            }
        });
        return assignments;
    }

    public static Assignments buildArguments(List<String> words) {
        return parse(words, word -> "build-args must be of the form key=value, but is \"" + word + "\"");
    }

    /** @param list as in {@code a=b,c=d}; empty for none */
    public static Assignments labels(String list) {
        return parse(list.isEmpty() ? List.of() : List.of(list.split(",")), word -> "unexpected label spec: " + word);
    }

    private static Assignments parse(List<String> words, UnaryOperator<String> complaint) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new NewAppException(complaint.apply(word));
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
