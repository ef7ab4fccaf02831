package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which tags of a stream only stand for another tag of it. */
final class TagAliases {

    private TagAliases() {}

    /** The aliases of each tag that has any; a tag must be told in the stream's spec to have them. */
    static Map<String, List<String>> of(JsonNode stream, Map<String, JsonNode> specified) {
        String streamName = stream.path("metadata").path("name").asText();
        String namespace = stream.path("metadata").path("namespace").asText();
        Map<String, List<String>> aliases = new HashMap<>();
        for (String name : specified.keySet()) {
            target(name, specified, streamName, namespace)
                    .filter(target -> !target.equals(name))
                    .ifPresent(target -> aliases.computeIfAbsent(target, key -> new ArrayList<>())
                            .add(name));
        }
        return aliases;
    }

    private static Optional<String> target(
            String start, Map<String, JsonNode> specified, String stream, String namespace) {
        Set<String> passed = new HashSet<>();
        String name = start;
        while (passed.add(name) && specified.containsKey(name)) {
            JsonNode from = specified.get(name).path("from");
            if (!from.path("kind").asText("").equals("ImageStreamTag")) {
                return Optional.of(name);
            }
            String[] parts = from.path("name").asText().split(":", 2);
            boolean elsewhere = !from.path("namespace").asText(namespace).equals(namespace)
                    || parts.length == 2 && !parts[0].equals(stream);
            if (elsewhere) {
                return Optional.empty();
            }
            name = parts[parts.length - 1];
        }
        return Optional.empty();
    }
}
