package dev.s2ioc.cluster.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an image says about itself. */
public record ImageConfig(
        String user,
        Map<String, String> labels,
        List<String> environment,
        List<String> entrypoint,
        List<String> command,
        String workingDirectory) {

    /** Reads the `config` member of an image's configuration as registries and engines show it. */
    static ImageConfig of(JsonNode config) {
        Map<String, String> labels = new LinkedHashMap<>();
        config.path("Labels")
                .properties()
                .forEach(e -> labels.put(e.getKey(), e.getValue().asText("")));
        return new ImageConfig(
                config.path("User").asText(""),
                labels,
                texts(config.path("Env")),
                texts(config.path("Entrypoint")),
                texts(config.path("Cmd")),
                config.path("WorkingDir").asText(""));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
