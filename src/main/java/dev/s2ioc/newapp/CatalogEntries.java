package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What was found that applications can be made of. */
public record CatalogEntries(List<JsonNode> templates, List<JsonNode> streams, List<ImageMatch.OfRegistry> images) {

    public boolean isEmpty() {
        return templates.isEmpty() && streams.isEmpty() && images.isEmpty();
    }

    /** As it is told: a paragraph for each kind, with a title. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        title(lines, !templates.isEmpty(), "Templates (s2ioc new-app --template=<template>)");
        for (JsonNode template : templates) {
            named(lines, template);
            String description =
                    template.at("/metadata/annotations/description").asText("");
            description.lines().map(line -> "  " + line).forEach(lines::add);
        }
        end(lines, !templates.isEmpty());
        title(
                lines,
                !streams.isEmpty(),
                "Image streams (s2ioc new-app --image-stream=<image-stream> [--code=<source>])");
        for (JsonNode stream : streams) {
            named(lines, stream);
            lines.add("  Tags:    " + tags(stream));
        }
        end(lines, !streams.isEmpty());
        title(lines, !images.isEmpty(), "Container images (s2ioc new-app --image=<image> [--code=<source>])");
        for (ImageMatch.OfRegistry image : images) {
            ImageReference asked = image.asked();
            lines.add(asked.text());
            lines.add("  Registry: " + asked.registryOrDefault());
            lines.add("  Tags:     " + asked.tagOrLatest());
        }
        end(lines, !images.isEmpty());
        return lines;
    }

    private static void title(List<String> lines, boolean any, String title) {
        if (any) {
            lines.add(title);
            lines.add("-----");
        }
    }

    private static void end(List<String> lines, boolean any) {
        if (any) {
            lines.add("");
        }
    }

    private static void named(List<String> lines, JsonNode object) {
        lines.add(object.at("/metadata/name").asText());
        lines.add("  Project: " + object.at("/metadata/namespace").asText());
    }

    private static String tags(JsonNode stream) {
        String tags = stream.at("/status/tags")
                .valueStream()
                .map(tag -> tag.path("tag").asText())
                .collect(Collectors.joining(", "));
        return tags.isEmpty() ? "<none>" : tags;
    }

    /** The objects as one list; images of registries are no objects of this server. */
    public ObjectNode list() {
        ObjectNode list = Json.object().put("kind", "List").put("apiVersion", "v1");
        list.putObject("metadata");
        ArrayNode items = list.putArray("items");
        templates.forEach(items::add);
        streams.forEach(items::add);
        images.forEach(image -> items.add(image.image()));
        return list;
    }
}
