package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Describes an ImageStream: where its images are, and for each tag where it comes from and what it held. */
final class ImageStreamDescriber implements Describer {
    private final Viewpoint viewpoint;

    ImageStreamDescriber(Viewpoint viewpoint) {
        this.viewpoint = viewpoint;
    }

    @Override
    public String describe(JsonNode stream) {
        Outline outline = Outline.openShift();
        Header.openShift(stream, viewpoint, outline);
        String published =
                stream.path("status").path("publicDockerImageRepository").asText("");
        outline.field(
                "Image Repository",
                published.isEmpty()
                        ? stream.path("status").path("dockerImageRepository").asText("")
                        : published);
        outline.field(
                "Image Lookup",
                "local="
                        + stream.path("spec").path("lookupPolicy").path("local").asBoolean());
        tags(stream, outline);
        return outline.toString();
    }

    private void tags(JsonNode stream, Outline outline) {
        Map<String, JsonNode> specified = byName(stream.path("spec").path("tags"), "name");
        Map<String, JsonNode> seen = byName(stream.path("status").path("tags"), "tag");
        Set<String> names = new HashSet<>(specified.keySet());
        names.addAll(seen.keySet());
        if (names.isEmpty()) {
            outline.field("Tags", "");
            return;
        }
        outline.field("Unique Images", String.valueOf(uniqueImages(stream)));
        outline.field("Tags", String.valueOf(names.size()));
        outline.line("");
        Map<String, List<String>> aliases = TagAliases.of(stream, specified);
        aliases.values().forEach(names::removeAll);
        boolean first = true;
        for (String name : TagOrder.sorted(names)) {
            if (!first) {
                outline.line("");
            }
            first = false;
            List<String> others = aliases.getOrDefault(name, List.of());
            outline.line(name + (others.isEmpty() ? "" : " (" + String.join(", ", TagOrder.sorted(others)) + ")"));
            new TagDescription(stream, viewpoint, outline).add(specified.get(name), seen.get(name));
        }
    }

    private static Map<String, JsonNode> byName(JsonNode tags, String field) {
        Map<String, JsonNode> byName = new HashMap<>();
        tags.forEach(tag -> byName.put(tag.path(field).asText(), tag));
        return byName;
    }

    private static int uniqueImages(JsonNode stream) {
        Set<String> images = new HashSet<>();
        for (JsonNode tag : stream.path("status").path("tags")) {
            List<JsonNode> items = new ArrayList<>();
            tag.path("items").forEach(items::add);
            for (JsonNode item : items) {
                String image = item.path("image").asText("");
                images.add(image.isEmpty() ? item.path("dockerImageReference").asText("") : image);
            }
        }
        return images.size();
    }
}
