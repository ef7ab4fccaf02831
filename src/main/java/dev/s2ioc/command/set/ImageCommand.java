package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Resources;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets the images of containers. */
@Command(
        name = "image",
        description = "Set the images of containers, by their names or those of image streams.",
        footer = {
            "",
            "Examples:",
            "  # Set the image of one container",
            "  s2ioc set image deploy/hello web=registry.example/hello:2",
            "",
            "  # Set it to what a tag of an image stream is now",
            "  s2ioc set image deploy/hello web=hello:latest --source=istag",
            "",
            "  # Set it for all containers, in a file",
            "  s2ioc set image -f deployment.yaml '*=hello:2' --local -o yaml"
        })
public final class ImageCommand implements Action {

    @Parameters(
            arity = "0..*",
            paramLabel = "TYPE/NAME | CONTAINER=IMAGE",
            description = "The objects, and the images by container; * is all containers.")
    List<String> words = List.of();

    @Option(
            names = "--source",
            paramLabel = "docker|istag|isimage",
            defaultValue = "docker",
            description = "What the images are: names in a registry, tags or images of image streams."
                    + " Default: ${DEFAULT-VALUE}")
    String source;

    @Mixin
    SetFlags flags = new SetFlags();

    private final CommandContext context;

    ImageCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        List<String> subjects =
                words.stream().filter(word -> !word.contains("=")).toList();
        Map<String, String> images = images();
        new Changes(context, flags, "image updated").make(subjects, subject -> set(PodTemplate.of(subject), images));
    }

    /** By container, each as a registry's name. */
    private Map<String, String> images() {
        Map<String, String> images = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals == 0 || equals == word.length() - 1) {
                throw new CommandFailure("\"" + word + "\" is not of the form CONTAINER=IMAGE");
            }
            if (equals > 0) {
                images.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        if (images.isEmpty()) {
            throw new CommandFailure("at least one image update is required, as in CONTAINER=IMAGE");
        }
        if (images.size() > 1 && images.containsKey("*")) {
            throw new CommandFailure("all containers are already specified by *, but saw more than one"
                    + " container_name=container_image pairs");
        }
        images.replaceAll((container, image) -> resolved(image));
        return images;
    }

    private String resolved(String image) {
        return switch (source) {
            case "docker" -> image;
            case "istag", "imagestreamtag" -> resolved(image, KnownTypes.IMAGE_STREAM_TAG);
            case "isimage", "imagestreamimage" -> resolved(image, KnownTypes.IMAGE_STREAM_IMAGE);
            default ->
                throw new CommandFailure("--source must be one of docker, istag, isimage, not \"" + source + "\"");
        };
    }

    private String resolved(String word, ResourceType type) {
        if (flags.local) {
            throw new CommandFailure("--local asks no server, so --source=" + source + " cannot be looked up");
        }
        int slash = word.indexOf('/');
        Resources own = context.session().resources();
        Resources there = slash < 0 ? own : own.in(word.substring(0, slash));
        String name = word.substring(slash + 1);
        boolean tagged = type.equals(KnownTypes.IMAGE_STREAM_IMAGE) || name.contains(":");
        String reference = there.get(type, tagged ? name : name + ":latest")
                .at("/image/dockerImageReference")
                .asText("");
        if (reference.isEmpty()) {
            throw new CommandFailure("unable to find the image of " + type.singular() + " \"" + word + "\"");
        }
        return reference;
    }

    private static void set(PodTemplate template, Map<String, String> images) {
        images.forEach((name, image) -> {
            List<ObjectNode> containers = name.equals("*")
                    ? template.allContainers("*")
                    : template.allContainers("*").stream()
                            .filter(container -> PodTemplate.name(container).equals(name))
                            .toList();
            if (containers.isEmpty()) {
                throw new CommandFailure("unable to find container named \"" + name + "\" in "
                        + template.subject().label());
            }
            containers.forEach(container -> container.put("image", image));
        });
    }
}
