package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import java.util.Optional;

/** What an argument that names an image stands for. */
sealed interface ImageMatch {

    /** The image as the user wrote it. */
    ImageReference asked();

    /** The {@code Image} object; a missing node when nobody has seen the image. */
    JsonNode image();

    /** Annotations of the stream's tag, which win over the image's labels; a missing node if there are none. */
    default JsonNode annotations() {
        return MissingNode.getInstance();
    }

    /** The reference by which a build config names it. */
    ObjectNode reference();

    /** The name that objects made of it get. */
    String name();

    /** The name for a container that runs it. */
    default String madeName() {
        return name();
    }

    /** How a container that follows no tag pulls it. */
    default String pullText() {
        return asked().text();
    }

    /** How it is told of. */
    default String toldName() {
        return asked().text();
    }

    default boolean isKnown() {
        return !image().isMissingNode();
    }

    /** The tag that must be made so that it can be followed. */
    default Optional<TrackingTag> tagToMake() {
        return Optional.empty();
    }

    /**
     * What the user should know about it.
     *
     * @param purpose what needs the image
     */
    default Optional<String> warning(String purpose) {
        return Optional.empty();
    }

    /**
     * A tag of an image stream, or one image of its history.
     *
     * @param item the tag, or the digest of the image
     * @param repository where its images are pulled from; empty if the server does not say
     */
    record OfStream(
            ImageReference asked,
            String namespace,
            String name,
            String item,
            boolean byDigest,
            JsonNode image,
            JsonNode annotations,
            String repository)
            implements ImageMatch {

        @Override
        public ObjectNode reference() {
            return Json.object()
                    .put("kind", byDigest ? "ImageStreamImage" : "ImageStreamTag")
                    .put("namespace", namespace)
                    .put("name", name + (byDigest ? "@" : ":") + item);
        }

        @Override
        public String pullText() {
            return repository.isEmpty() ? asked.text() : repository + (byDigest ? "@" : ":") + item;
        }

        @Override
        public String toldName() {
            return namespace + "/" + name + (byDigest ? "@" : ":") + item;
        }

        /** Whether this is the tag of that name in that project. */
        boolean isTag(String project, String streamTag) {
            return !byDigest && namespace.equals(project) && streamTag.equals(name + ":" + item);
        }
    }

    /**
     * An image of a registry.
     *
     * @param trackedAs the stream tag in the current project that follows it; empty when it is named directly
     */
    record OfRegistry(ImageReference asked, JsonNode image, Optional<TrackingTag> trackedAs) implements ImageMatch {
        @Override
        public Optional<TrackingTag> tagToMake() {
            return trackedAs.filter(tag -> tag.state() != TrackingTag.State.PRESENT);
        }

        @Override
        public String madeName() {
            return trackedAs.map(TrackingTag::stream).orElseGet(this::name);
        }

        @Override
        public ObjectNode reference() {
            return trackedAs
                    .map(tag -> Json.object().put("kind", "ImageStreamTag").put("name", tag.streamTag()))
                    .orElseGet(() -> dockerImage(asked.text()));
        }

        @Override
        public String name() {
            return asked.name();
        }
    }

    /** An image that nobody has seen; it must be there when the build runs. */
    record Unseen(ImageReference asked) implements ImageMatch {
        @Override
        public Optional<String> warning(String purpose) {
            return Optional.of("warning: Could not find an image stream match for \"" + asked.text()
                    + "\". Make sure that a container image with that tag is available on the node for the " + purpose
                    + " to succeed.");
        }

        @Override
        public JsonNode image() {
            return MissingNode.getInstance();
        }

        @Override
        public ObjectNode reference() {
            return dockerImage(asked.text());
        }

        @Override
        public String name() {
            return asked.name();
        }
    }

    /** Dockerfiles' word for no base image at all. */
    record Scratch(ImageReference asked) implements ImageMatch {
        @Override
        public JsonNode image() {
            return MissingNode.getInstance();
        }

        @Override
        public ObjectNode reference() {
            return dockerImage(asked.text());
        }

        @Override
        public String name() {
            return asked.name();
        }
    }

    private static ObjectNode dockerImage(String name) {
        return Json.object().put("kind", "DockerImage").put("name", name);
    }
}
