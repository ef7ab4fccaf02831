package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.s2i.BuilderImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is told about an image that was found.
 *
 * @param id its first seven digits
 * @param created when it was made, as its maker wrote it; empty if unsaid
 * @param place where it was found and for which word, as in {@code in image stream "demo/x" under tag "latest" for "x"}
 */
public record FoundImage(
        boolean inStream,
        String id,
        String created,
        String place,
        String displayName,
        String description,
        List<String> tags) {

    static FoundImage of(ImageMatch match) {
        JsonNode labels = ImageSearch.config(match.image()).path("Labels");
        return new FoundImage(
                match instanceof ImageMatch.OfStream,
                shortId(match.image()),
                match.image().path("dockerImageMetadata").path("Created").asText(""),
                place(match),
                said(match, labels, "io.k8s.display-name", "openshift.io/display-name"),
                said(match, labels, "io.k8s.description", "description"),
                tags(said(match, labels, "io.openshift.tags", "tags")));
    }

    /** Whether the image, or the tag that names it, says that it turns sources into images. */
    static boolean isBuilder(ImageMatch match) {
        JsonNode config = ImageSearch.config(match.image());
        Map<String, String> labels = new HashMap<>();
        config.path("Labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        List<String> environment =
                config.path("Env").valueStream().map(JsonNode::asText).toList();
        return new BuilderImage(config.path("User").asText(""), labels, environment).isBuilder()
                || tags(match.annotations().path("tags").asText("")).contains("builder");
    }

    private static String shortId(JsonNode image) {
        String id = image.path("dockerImageMetadata").path("Id").asText("");
        String digits = (id.isEmpty() ? image.path("metadata").path("name").asText("") : id).replaceFirst("^.*:", "");
        return digits.substring(0, Math.min(7, digits.length()));
    }

    private static String place(ImageMatch match) {
        String asked = "for \"" + match.asked().text() + "\"";
        return switch (match) {
            case ImageMatch.OfStream stream
            when stream.byDigest() -> "in image stream \"" + stream.namespace() + "/" + stream.name() + "\" " + asked;
            case ImageMatch.OfStream stream ->
                "in image stream \"" + stream.namespace() + "/" + stream.name() + "\" under tag \"" + stream.item()
                        + "\" " + asked;
            case ImageMatch.OfRegistry registry -> "from " + registry.asked().registryOrDefault() + " " + asked;
            case ImageMatch.Unseen unseen -> asked;
            case ImageMatch.Scratch scratch -> asked;
        };
    }

    /** What the tag's annotation says, or else the image's label of the same or the given name. */
    private static String said(ImageMatch match, JsonNode labels, String label, String annotation) {
        JsonNode annotations = match.annotations();
        if (annotations.has(label)) {
            return annotations.path(label).asText();
        }
        return annotations.has(annotation)
                ? annotations.path(annotation).asText()
                : labels.path(label).asText("");
    }

    private static List<String> tags(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    /** The lines that tell of it; the age is that of now, in the words given. */
    public List<String> lines(Optional<String> age) {
        List<String> lines = new ArrayList<>();
        String kind = inStream ? "image" : "container image";
        lines.add("--> Found " + kind + " " + id
                + age.map(a -> " (" + a + " old)").orElse("") + " " + place);
        lines.add("");
        if (!displayName.isEmpty()) {
            lines.add("    " + displayName + " ");
            lines.add("    " + "-".repeat(displayName.length()) + " ");
        }
        if (!description.isEmpty()) {
            lines.add("    " + description);
            lines.add("");
        }
        if (!tags.isEmpty()) {
            lines.add("    " + tags.stream().collect(Collectors.joining(", ", "Tags: ", "")));
            lines.add("");
        }
        return lines;
    }
}
