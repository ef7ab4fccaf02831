package dev.s2ioc.cluster.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an image says about itself.
 *
 * @param digest of its manifest, where the engine knows it; may be empty
 */
public record ImageConfig(
        String digest,
        String user,
        Map<String, String> labels,
        List<String> environment,
        List<String> entrypoint,
        List<String> command,
        String workingDirectory) {

    /** Reads the `config` member of an image's configuration as registries and engines show it. */
    static ImageConfig of(JsonNode config, String digest) {
        Map<String, String> labels = new LinkedHashMap<>();
        config.path("Labels")
                .properties()
                .forEach(e -> labels.put(e.getKey(), e.getValue().asText("")));
        return new ImageConfig(
                digest,
                config.path("User").asText(""),
                labels,
                texts(config.path("Env")),
                texts(config.path("Entrypoint")),
                texts(config.path("Cmd")),
                config.path("WorkingDir").asText(""));
    }

    /** What a pod's status names the image by when it is asked for under a name: its repository and digest, as far as known. */
    public String id(String name) {
        if (name.contains("@") || digest.isEmpty()) {
            return name;
        }
        int tag = name.indexOf(':', name.lastIndexOf('/') + 1);
        return (tag < 0 ? name : name.substring(0, tag)) + "@" + digest;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
