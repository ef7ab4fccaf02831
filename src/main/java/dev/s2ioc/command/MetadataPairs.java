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
    private static final int MOST_LETTERS = 63;
    private static final String LABEL = "(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?";

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
                    + (what.equals("label")
                            ? "a label in the same command"
                            : "the following annotation(s) in the same command: " + key));
        });
        if (what.equals("label")) {
            set.forEach(MetadataPairs::checkLabel);
        }
        return new MetadataPairs(objects, set, removed);
    }

    /** A server would say no too, but nobody asks one with {@code --local}, and in a list it has come to some objects by then. */
    private static void checkLabel(String key, String value) {
        String fault = "";
        if (value.length() > MOST_LETTERS) {
            fault = "must be no more than " + MOST_LETTERS + " characters";
        } else if (!value.matches(LABEL)) {
            fault =
                    "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must"
                            + " start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex"
                            + " used for validation is '" + LABEL + "')";
        }
        if (!fault.isEmpty()) {
            throw new CommandFailure("invalid label value: \"" + key + "=" + value + "\": " + fault);
        }
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
