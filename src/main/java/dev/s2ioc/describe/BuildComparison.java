package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a build was given that another build was not: image, commit, configuration. */
public final class BuildComparison {
    /** Set by the cluster for each build anew, or told elsewhere. */
    private static final Set<String> UNTOLD = Set.of("triggeredBy", "serviceAccount");

    private BuildComparison() {}

    /**
     * A field that differs.
     *
     * @param field its path below the build's spec; entries of lists go by their name where they have one
     * @param before its value in the earlier build; empty if it had none
     */
    public record Change(String field, String before, String after) {}

    public static List<Change> between(JsonNode earlier, JsonNode later) {
        // A build that did not get as far as its source knows no commit, which does not mean that there was another
        // one.
        boolean revisions = earlier.at("/spec/revision").isObject()
                && later.at("/spec/revision").isObject();
        Map<String, String> before = flat(earlier.path("spec"), revisions);
        Map<String, String> after = flat(later.path("spec"), revisions);
        Set<String> fields = new TreeSet<>(before.keySet());
        fields.addAll(after.keySet());
        List<Change> changes = new ArrayList<>();
        for (String field : fields) {
            String old = before.getOrDefault(field, "");
            String now = after.getOrDefault(field, "");
            if (!old.equals(now)) {
                changes.add(new Change(field, old, now));
            }
        }
        return changes;
    }

    private static Map<String, String> flat(JsonNode spec, boolean revisions) {
        Map<String, String> fields = new TreeMap<>();
        spec.properties().stream()
                .filter(field -> !UNTOLD.contains(field.getKey()))
                .filter(field -> revisions || !field.getKey().equals("revision"))
                .forEach(field -> add(field.getKey(), field.getValue(), fields));
        return fields;
    }

    private static void add(String path, JsonNode node, Map<String, String> fields) {
        if (node.isObject()) {
            node.properties().forEach(field -> add(path + "." + field.getKey(), field.getValue(), fields));
        } else if (node.isArray()) {
            int index = 0;
            for (JsonNode entry : node) {
                add(path + "[" + entry.path("name").asText(String.valueOf(index)) + "]", unnamed(entry), fields);
                index++;
            }
        } else if (!node.isNull()) {
            fields.put(path, node.asText());
        }
    }

    /** A variable's name is in its path; what is left of it is its value. */
    private static JsonNode unnamed(JsonNode entry) {
        return entry.size() == 2 && entry.has("name") && entry.has("value") ? entry.path("value") : entry;
    }
}
