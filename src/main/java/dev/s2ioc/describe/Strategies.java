package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The lines about a build's strategy. Environment and build arguments are told too, which oc keeps to itself. */
final class Strategies {
    private static final Map<String, String> NAMES = Map.of(
            "dockerStrategy", "Docker",
            "sourceStrategy", "Source",
            "customStrategy", "Custom",
            "jenkinsPipelineStrategy", "JenkinsPipeline");

    private final JsonNode strategy;
    private final Outline outline;

    Strategies(JsonNode strategy, Outline outline) {
        this.strategy = strategy;
        this.outline = outline;
    }

    static String nameOf(JsonNode strategy) {
        return NAMES.entrySet().stream()
                .filter(entry -> strategy.hasNonNull(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(strategy.path("type").asText(""));
    }

    /** {@code ImageStreamTag demo/app:latest} */
    static String reference(JsonNode reference) {
        return reference.path("kind").asText("") + " " + name(reference);
    }

    static String name(JsonNode reference) {
        String namespace = reference.path("namespace").asText("");
        return (namespace.isEmpty() ? "" : namespace + "/")
                + reference.path("name").asText("");
    }

    void add() {
        switch (nameOf(strategy)) {
            case "Docker" -> docker(strategy.path("dockerStrategy"));
            case "Source" -> source(strategy.path("sourceStrategy"));
            case "Custom" -> custom(strategy.path("customStrategy"));
            default -> pipeline(strategy.path("jenkinsPipelineStrategy"));
        }
    }

    private void docker(JsonNode docker) {
        from("From Image", docker);
        outline.optional("Dockerfile Path", docker.path("dockerfilePath").asText(""));
        pullSecret(docker);
        flag("No Cache", docker.path("noCache"), "true");
        flag("Force Pull", docker.path("forcePull"), "true");
        volumes(docker.path("volumes"));
        environment("Environment", docker.path("env"));
        environment("Build Args", docker.path("buildArgs"));
    }

    private void source(JsonNode source) {
        from("From Image", source);
        outline.optional("Scripts", source.path("scripts").asText(""));
        pullSecret(source);
        flag("Incremental Build", source.path("incremental"), "yes");
        flag("Force Pull", source.path("forcePull"), "yes");
        volumes(source.path("volumes"));
        environment("Environment", source.path("env"));
    }

    private void custom(JsonNode custom) {
        from("Image Reference", custom);
        flag("Expose Docker Socket", custom.path("exposeDockerSocket"), "yes");
        flag("Force Pull", custom.path("forcePull"), "yes");
        pullSecret(custom);
        environment("Environment", custom.path("env"));
    }

    private void pipeline(JsonNode pipeline) {
        outline.optional("Jenkinsfile path", pipeline.path("jenkinsfilePath").asText(""));
        String text = pipeline.path("jenkinsfile").asText("");
        if (!text.isEmpty()) {
            outline.line("Jenkinsfile contents:");
            text.lines().forEach(line -> outline.line("  " + line));
        }
        environment("Environment", pipeline.path("env"));
    }

    private void from(String label, JsonNode part) {
        if (!part.path("from").path("name").asText("").isEmpty()) {
            outline.field(label, reference(part.path("from")));
        }
    }

    private void pullSecret(JsonNode part) {
        outline.optional(
                "Pull Secret Name", part.path("pullSecret").path("name").asText(""));
    }

    private void flag(String label, JsonNode flag, String word) {
        outline.optional(label, flag.asBoolean() ? word : "");
    }

    private void volumes(JsonNode volumes) {
        if (volumes.isEmpty()) {
            outline.field("Volumes", "");
            return;
        }
        outline.field("Volumes", " ");
        outline.line("", "Name", "Source Type", "Source", "Mounts");
        for (JsonNode volume : volumes) {
            JsonNode source = volume.path("source");
            String name = source.path("secret").path("secretName").asText("")
                    + source.path("configMap").path("name").asText("")
                    + source.path("csi").path("driver").asText("");
            String front = volume.path("name").asText("");
            String type = source.path("type").asText("");
            for (JsonNode mount : volume.path("mounts")) {
                outline.line(
                        "", front, type, name, mount.path("destinationPath").asText(""));
                front = type = name = "";
            }
        }
    }

    private void environment(String label, JsonNode variables) {
        List<String> lines = new ArrayList<>();
        variables.forEach(variable -> lines.add(variable.path("name").asText() + "=" + value(variable)));
        if (!lines.isEmpty()) {
            outline.values(label, lines);
        }
    }

    private static String value(JsonNode variable) {
        JsonNode from = variable.path("valueFrom");
        if (from.hasNonNull("secretKeyRef")) {
            return key(from.path("secretKeyRef"), "in secret");
        } else if (from.hasNonNull("configMapKeyRef")) {
            return key(from.path("configMapKeyRef"), "of config map");
        } else if (from.hasNonNull("fieldRef")) {
            return "<set to " + from.path("fieldRef").path("fieldPath").asText() + ">";
        }
        return variable.path("value").asText("");
    }

    private static String key(JsonNode reference, String where) {
        return "<set to the key '%s' %s '%s'>"
                .formatted(
                        reference.path("key").asText(),
                        where,
                        reference.path("name").asText());
    }
}
