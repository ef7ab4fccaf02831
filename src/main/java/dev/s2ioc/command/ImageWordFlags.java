package dev.s2ioc.command;

import dev.s2ioc.newapp.ImportPolicy;
import java.util.List;
import picocli.CommandLine.Option;

/** The flags that name images, and say how they are looked for. */
public final class ImageWordFlags {

    @Option(
            names = {"-i", "--image-stream"},
            paramLabel = "STREAM[:TAG]",
            description = "The image stream to use; may be repeated.")
    List<String> imageStreams = List.of();

    @Option(
            names = {"--image", "--docker-image"},
            paramLabel = "IMAGE",
            description = "The registry image to use; may be repeated.")
    List<String> images = List.of();

    @Option(names = "--allow-missing-images", description = "Use an image even if nobody could find it.")
    boolean allowMissingImages;

    @Option(
            names = "--allow-missing-imagestream-tags",
            description = "Use the tag of an image stream even if it has no image yet.")
    boolean allowMissingTags;

    @Option(
            names = "--import-mode",
            paramLabel = "Legacy|PreserveOriginal",
            description = "Of a registry image for several architectures, import one, or all with their list.")
    String importMode = "";

    @Option(
            names = "--insecure-registry",
            description = "Let the server pull registry images over plain HTTP, or from one whose certificate nobody"
                    + " vouches for.")
    boolean insecureRegistry;

    ImportPolicy importPolicy() {
        return ImportPolicy.of(importMode, insecureRegistry);
    }
}
