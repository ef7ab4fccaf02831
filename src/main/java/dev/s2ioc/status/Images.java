package dev.s2ioc.status;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.KnownTypes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which images there are, who makes them and who runs them. */
final class Images {
    private static final String TRIGGERS = "image.openshift.io/triggers";

    private final ProjectObjects objects;

    Images(ProjectObjects objects) {
        this.objects = objects;
    }

    /** What a build config makes. */
    static Optional<Image> output(JsonNode config) {
        return Image.of(config.path("spec").path("output").path("to"), Fields.namespace(config));
    }

    /** What a build config builds on. */
    static Optional<Image> base(JsonNode config) {
        JsonNode strategy = config.path("spec").path("strategy");
        for (String name : List.of("dockerStrategy", "sourceStrategy", "customStrategy")) {
            if (strategy.hasNonNull(name)) {
                return Image.of(strategy.path(name).path("from"), Fields.namespace(config));
            }
        }
        return Optional.empty();
    }

    List<JsonNode> makersOf(Image image) {
        return objects.of(KnownTypes.BUILD_CONFIG).stream()
                .filter(config -> output(config).equals(Optional.of(image)))
                .toList();
    }

    boolean hasStream(Image image) {
        return stream(image).isPresent();
    }

    Optional<JsonNode> stream(Image image) {
        return objects.find(KnownTypes.IMAGE_STREAM, image.namespace(), image.stream());
    }

    /** Whether an image stream tag holds an image. */
    boolean isThere(Image image) {
        return stream(image)
                .map(stream -> stream.path("status")
                        .path("tags")
                        .valueStream()
                        .anyMatch(tag -> tag.path("tag").asText().equals(image.tag())
                                && !tag.path("items").isEmpty()))
                .orElse(false);
    }

    boolean isImportScheduled(Image image) {
        return stream(image)
                .map(stream -> stream.path("spec")
                        .path("tags")
                        .valueStream()
                        .anyMatch(tag -> tag.path("name").asText().equals(image.tag())
                                && tag.path("importPolicy").path("scheduled").asBoolean()))
                .orElse(false);
    }

    /** Whether what a build config makes has somewhere to go. */
    boolean canPush(JsonNode config) {
        return output(config)
                .map(image -> !image.isTag()
                        || stream(image)
                                .map(stream -> !stream.path("status")
                                        .path("dockerImageRepository")
                                        .asText("")
                                        .isEmpty())
                                .orElse(false))
                .orElse(true);
    }

    /** What a workload runs: the tags that it follows, and of containers that follow none what they name. */
    static List<Image> run(JsonNode workload) {
        List<Image> images = new ArrayList<>();
        List<String> followed = new ArrayList<>();
        follow(workload, images, followed);
        for (JsonNode container : Fields.podSpec(workload).path("containers")) {
            String name = container.path("name").asText();
            boolean follows = followed.stream().anyMatch(path -> path.contains("\"" + name + "\""));
            if (!follows) {
                images.add(Image.pulled(container.path("image").asText("")));
            }
        }
        return images.stream().distinct().toList();
    }

    private static void follow(JsonNode workload, List<Image> images, List<String> followed) {
        for (JsonNode trigger : workload.path("spec").path("triggers")) {
            JsonNode change = trigger.path("imageChangeParams");
            Image.of(change.path("from"), Fields.namespace(workload)).ifPresent(images::add);
            change.path("containerNames").forEach(name -> followed.add("\"" + name.asText() + "\""));
        }
        for (JsonNode trigger : triggers(workload)) {
            Image.of(trigger.path("from"), Fields.namespace(workload)).ifPresent(images::add);
            followed.add(trigger.path("fieldPath").asText(""));
        }
    }

    private static JsonNode triggers(JsonNode workload) {
        try {
            return Json.parse(
                    Fields.annotation(workload, TRIGGERS).isEmpty() ? "[]" : Fields.annotation(workload, TRIGGERS));
        } catch (IOException e) {
            // Nobody but the user writes it; what cannot be read triggers nothing.
            return Json.array();
        }
    }
}
