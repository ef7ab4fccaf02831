package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what a user's word for an image stands for: image streams first, then registries. */
final class ImageSearch {
    private final StreamSearch streams;
    private final RegistrySearch registries;
    private final String command;

    /** @param command what the user has called, for words that tell what it takes */
    ImageSearch(StreamSearch streams, RegistrySearch registries, String command) {
        this.streams = streams;
        this.registries = registries;
        this.command = command;
    }

    /** Where a word came from, which says where to look for it and how to tell that nothing was found. */
    enum Origin {
        /** An argument without a flag. */
        ARGUMENT(
                "images in image streams, templates loaded in accessible projects, template files, local docker images"),
        /** {@code --image-stream} */
        IMAGE_STREAM("images in image streams"),
        /** {@code --image} */
        IMAGE("local docker images"),
        /** {@code --template} */
        TEMPLATE("templates loaded in accessible projects"),
        /** {@code --file} */
        TEMPLATE_FILE("template files"),
        /** No word: the source's language. */
        DETECTED("images in image streams, image stream images with a 'supports' annotation, local docker images");

        final String places;

        Origin(String places) {
            this.places = places;
        }
    }

    /** What a user wrote for an image, and where. */
    record Word(String text, Origin origin) {

        /** Whether it can only mean a template. */
        boolean isTemplate() {
            return origin == Origin.TEMPLATE || origin == Origin.TEMPLATE_FILE;
        }

        /** Every image that was named, whichever way. */
        static List<Word> all(List<String> components, List<String> imageStreams, List<String> registryImages) {
            return Stream.of(
                            words(components, Origin.ARGUMENT),
                            words(imageStreams, Origin.IMAGE_STREAM),
                            words(registryImages, Origin.IMAGE))
                    .flatMap(words -> words)
                    .toList();
        }

        private static Stream<Word> words(List<String> texts, Origin origin) {
            return texts.stream().map(text -> new Word(text, origin));
        }
    }

    /** The image that the word stands for, or why there is none. */
    ImageMatch find(Word word, boolean allowMissing) {
        Origin origin = word.origin();
        ImageReference asked = ImageReference.parse(word.text())
                .orElseThrow(() -> new NewAppException("\"" + word.text() + "\" is not a valid image reference"));
        Optional<ImageMatch.OfStream> inStream = origin == Origin.IMAGE ? Optional.empty() : streams.find(asked);
        if (inStream.isPresent()) {
            return inStream.get();
        }
        Optional<ImageMatch.OfRegistry> inRegistry =
                origin == Origin.IMAGE_STREAM ? Optional.empty() : registries.find(asked);
        if (inRegistry.isPresent()) {
            return inRegistry.get();
        }
        if (allowMissing) {
            return new ImageMatch.Unseen(asked);
        }
        throw streams.nearMiss(asked, origin).orElseGet(() -> NoMatch.of(asked.text(), origin, command));
    }

    Optional<ImageMatch> inStreams(ImageReference asked) {
        return streams.find(asked).map(match -> match);
    }

    /** The image that the last stage of a Dockerfile starts from; when nobody knows it, the build will look for it. */
    ImageMatch base(String image) {
        ImageReference asked = ImageReference.parse(image)
                .orElseThrow(() -> new NewAppException(
                        "the Dockerfile's base image \"" + image + "\" is not a valid image reference"));
        if (image.equals("scratch")) {
            return new ImageMatch.Scratch(asked);
        }
        Optional<ImageMatch.OfStream> inStream = streams.find(asked);
        if (inStream.isPresent()) {
            return inStream.get();
        }
        return registries.find(asked).<ImageMatch>map(match -> match).orElseGet(() -> new ImageMatch.Unseen(asked));
    }

    /** The image's own configuration: labels, environment, ports. */
    static JsonNode config(JsonNode image) {
        JsonNode metadata = image.path("dockerImageMetadata");
        return metadata.has("Config") ? metadata.path("Config") : metadata.path("ContainerConfig");
    }
}
