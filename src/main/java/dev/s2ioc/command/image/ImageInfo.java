package dev.s2ioc.command.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.describe.Sizes;
import dev.s2ioc.imageregistry.Image;
import dev.s2ioc.print.Ages;
import dev.s2ioc.print.TabWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is told of an image. */
record ImageInfo(String name, Image image) {
    /** The order of a config's fields; others follow as they come. */
    private static final List<String> CONFIG = List.of(
            "parent",
            "comment",
            "created",
            "container",
            "container_config",
            "docker_version",
            "author",
            "config",
            "architecture",
            "size",
            "rootfs",
            "history");

    /** Lines of a label and its values. */
    String text(Instant now) {
        TabWriter lines = TabWriter.forLabels();
        lines.line("Name:", name);
        lines.line("Digest:", image.manifest().digest());
        image.listDigest().ifPresent(digest -> lines.line("Manifest List:", digest));
        lines.line("Media Type:", image.manifest().mediaType());
        JsonNode config = image.config();
        Ages.instant(config.path("created").asText(""))
                .ifPresent(created -> lines.line("Created:", Ages.shortAge(Duration.between(created, now)) + " ago"));
        layers(lines);
        optional("OS", config.path("os").asText(""), lines);
        optional("Arch", config.path("architecture").asText(""), lines);
        optional("Author", config.path("author").asText(""), lines);
        running(config.path("config"), lines);
        return lines.toString();
    }

    private void layers(TabWriter lines) {
        lines.line(
                "Image Size:",
                Sizes.decimal(image.size()) + " in " + image.layers().size() + " layers");
        String front = "Layers:";
        for (JsonNode layer : image.layers()) {
            lines.line(
                    front,
                    Sizes.decimal(layer.path("size").asLong()),
                    layer.path("digest").asText());
            front = "";
        }
    }

    private static void running(JsonNode config, TabWriter lines) {
        optional("Entrypoint", words(config.path("Entrypoint")), lines);
        optional("Command", words(config.path("Cmd")), lines);
        optional("Working Dir", config.path("WorkingDir").asText(""), lines);
        optional("User", config.path("User").asText(""), lines);
        optional(
                "Exposes Ports",
                String.join(", ", sorted(config.path("ExposedPorts")).keySet()),
                lines);
        values(
                "Environment",
                config.path("Env").valueStream().map(JsonNode::asText).toList(),
                lines);
        values(
                "Labels",
                sorted(config.path("Labels")).entrySet().stream()
                        .map(label -> label.getKey() + "=" + label.getValue())
                        .toList(),
                lines);
        values("Volumes", List.copyOf(sorted(config.path("Volumes")).keySet()), lines);
    }

    private static String words(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).collect(Collectors.joining(" "));
    }

    private static TreeMap<String, String> sorted(JsonNode map) {
        TreeMap<String, String> sorted = new TreeMap<>();
        map.properties()
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue().asText()));
        return sorted;
    }

    private static void optional(String label, String value, TabWriter lines) {
        values(label, value.isEmpty() ? List.of() : List.of(value), lines);
    }

    private static void values(String label, List<String> values, TabWriter lines) {
        String front = label + ":";
        for (String value : values) {
            lines.line(front, value);
            front = "";
        }
    }

    ObjectNode json() {
        ObjectNode info = Json.object();
        info.put("name", name);
        info.put("digest", image.manifest().digest());
        info.put("contentDigest", image.manifest().digest());
        info.put("listDigest", image.listDigest().orElse(""));
        info.put("mediaType", image.manifest().mediaType());
        info.set("layers", image.layers());
        info.set("config", config());
        return info;
    }

    private ObjectNode config() {
        ObjectNode whole = Json.object();
        if (image.config() instanceof ObjectNode found) {
            whole.setAll(found);
        }
        whole.put("size", image.size());
        whole.putIfAbsent("container_config", Json.object());
        ObjectNode config = Json.object().put("id", "");
        for (String field : CONFIG) {
            if (whole.has(field)) {
                config.set(field, whole.remove(field));
            }
        }
        return config.setAll(whole);
    }
}
