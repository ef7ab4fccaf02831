package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of {@code label} and {@code annotate}: which objects, which pairs to set, which keys to remove.
 *
 * @param removed in the order of the words
 */
record MetadataPairs(List<String> objects, Map<String, String> set, List<String> removed) {

    /** @param what {@code label} or {@code annotation}, for what is said about mistakes */
    static MetadataPairs parse(List<String> words, String what) {
        List<String> objects = new ArrayList<>();
        Map<String, String> set = new LinkedHashMap<>();
        List<String> removed = new ArrayList<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                set.put(word.substring(0, equals), word.substring(equals + 1));
            } else if (word.length() > 1 && word.endsWith("-")) {
                removed.add(word.substring(0, word.length() - 1));
            } else if (set.isEmpty() && removed.isEmpty()) {
                objects.add(word);
            } else {
                throw new CommandFailure("all resources must be specified before " + what + " changes: " + word);
            }
        }
        removed.stream().filter(set::containsKey).findFirst().ifPresent(key -> {
            throw new CommandFailure("can not both modify and remove "
                    + (what.equals("label") ? "a label" : "an annotation") + " in the same command");
        });
        return new MetadataPairs(objects, set, removed);
    }

    boolean areEmpty() {
        return set.isEmpty() && removed.isEmpty();
    }

    /** The keys that have another value already, each with it: {@code 'x' already has a value (y)}. */
    List<String> taken(JsonNode current) {
        return set.entrySet().stream()
                .filter(pair -> current.has(pair.getKey())
                        && !current.path(pair.getKey()).asText().equals(pair.getValue()))
                .map(pair -> "'" + pair.getKey() + "' already has a value ("
                        + current.path(pair.getKey()).asText() + ")")
                .toList();
    }

    /** What differs from the current pairs, as a merge patch of them; empty if nothing does. */
    ObjectNode patch(JsonNode current) {
        ObjectNode patch = Json.object();
        set.forEach((key, value) -> {
            if (!current.has(key) || !current.path(key).asText().equals(value)) {
                patch.put(key, value);
            }
        });
        removed.stream().filter(current::has).forEach(patch::putNull);
        return patch;
    }
}
