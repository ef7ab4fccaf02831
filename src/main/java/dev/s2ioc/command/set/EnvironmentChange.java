package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.command.CommandFailure;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Variables to set and variables to remove. */
final class EnvironmentChange {
    private static final Pattern NAME = Pattern.compile("[-._a-zA-Z][-._a-zA-Z0-9]*");

    private final Map<String, ObjectNode> set = new LinkedHashMap<>();
    private final Set<String> removed = new LinkedHashSet<>();

    /** Whether a word says something of a variable, rather than naming an object. */
    static boolean isMeant(String word) {
        return word.indexOf('=') > 0 || word.length() > 1 && word.endsWith("-");
    }

    /** {@code NAME=VALUE} sets, {@code NAME-} removes. */
    void add(String word) {
        int equals = word.indexOf('=');
        if (equals > 0) {
            put(Json.object().put("name", word.substring(0, equals)).put("value", word.substring(equals + 1)));
        } else if (word.length() > 1 && word.endsWith("-")) {
            removed.add(word.substring(0, word.length() - 1));
        } else {
            throw new CommandFailure(
                    "environment variables must be of the form KEY=VALUE, and \"" + word + "\" is not");
        }
        removed.stream().filter(set::containsKey).findFirst().ifPresent(name -> {
            throw new CommandFailure(
                    "can not both modify and remove an environment variable in the same command: " + name);
        });
    }

    /** A variable for each key of a Secret or a ConfigMap, which refers to it. */
    void addKeys(JsonNode source, String prefix) {
        boolean secret = source.path("kind").asText().equals("Secret");
        source.path("data").properties().stream()
                .map(Map.Entry::getKey)
                .sorted()
                .forEach(key -> {
                    ObjectNode variable = Json.object()
                            .put(
                                    "name",
                                    prefix
                                            + key.replaceAll("[^a-zA-Z0-9_]", "_")
                                                    .toUpperCase(Locale.ROOT));
                    variable.putObject("valueFrom")
                            .putObject(secret ? "secretKeyRef" : "configMapKeyRef")
                            .put("name", source.path("metadata").path("name").asText())
                            .put("key", key);
                    put(variable);
                });
    }

    private void put(ObjectNode variable) {
        String name = variable.path("name").asText();
        if (!NAME.matcher(name).matches()) {
            throw new CommandFailure("\"" + name + "\" is not a valid name of an environment variable");
        }
        set.put(name, variable);
    }

    boolean isEmpty() {
        return set.isEmpty() && removed.isEmpty();
    }

    /** Changes the variables that are there in their place, and adds the others behind. */
    void applyTo(ObjectNode owner, boolean overwrite) {
        Map<String, ObjectNode> fresh = new LinkedHashMap<>(set);
        ArrayNode variables = Json.array();
        for (JsonNode old : owner.path("env")) {
            String name = old.path("name").asText();
            if (removed.contains(name)) {
                continue;
            }
            ObjectNode now = fresh.remove(name);
            if (now != null && !overwrite) {
                throw new CommandFailure("'" + name + "' already has a value ("
                        + old.path("value").asText("") + "), and --overwrite is false");
            }
            variables.add(now == null ? old : now);
        }
        variables.addAll(List.copyOf(fresh.values()));
        if (variables.isEmpty()) {
            owner.remove("env");
        } else {
            owner.set("env", variables);
        }
    }
}
