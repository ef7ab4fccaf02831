package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.Map;

/** What a build's specification says when it says nothing. */
final class BuildDefaults {
    private static final Map<String, String> STRATEGIES = Map.of(
            "dockerStrategy", "Docker",
            "sourceStrategy", "Source",
            "customStrategy", "Custom",
            "jenkinsPipelineStrategy", "JenkinsPipeline");

    private BuildDefaults() {}

    static void set(ObjectNode spec) {
        ObjectNode source = Json.child(spec, "source");
        putFirst(source, "type", sourceType(source));
        source.path("images").forEach(image -> setKind(image.path("from")));
        ObjectNode strategy = Json.child(spec, "strategy");
        String type = strategyType(strategy);
        if (!type.isEmpty()) {
            putFirst(strategy, "type", type);
        }
        for (String name : STRATEGIES.keySet()) {
            setKind(strategy.path(name).path("from"));
        }
        ObjectNode output = Json.child(spec, "output");
        setKind(output.path("to"));
        for (String field : List.of("resources", "postCommit")) {
            Json.child(spec, field);
        }
        if (!spec.has("nodeSelector")) {
            spec.putNull("nodeSelector");
        }
    }

    /** OpenShift writes a union's type before its members. */
    private static void putFirst(ObjectNode object, String field, String value) {
        ObjectNode rest = object.deepCopy();
        rest.remove(field);
        object.removeAll();
        object.put(field, value).setAll(rest);
    }

    /** An object reference without a kind means an image stream tag. */
    static void setKind(JsonNode reference) {
        if (reference instanceof ObjectNode object && Json.at(object, "kind").isEmpty()) {
            object.put("kind", "ImageStreamTag");
        }
    }

    /** The type names one source, where several can be combined. */
    private static String sourceType(JsonNode source) {
        if (source.hasNonNull("git")) {
            return "Git";
        }
        if (source.hasNonNull("binary")) {
            return "Binary";
        }
        if (source.hasNonNull("dockerfile")) {
            return "Dockerfile";
        }
        return source.path("images").isEmpty() ? "None" : "Image";
    }

    static String strategyType(JsonNode strategy) {
        return STRATEGIES.entrySet().stream()
                .filter(entry -> strategy.hasNonNull(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Json.at(strategy, "type"));
    }
}
