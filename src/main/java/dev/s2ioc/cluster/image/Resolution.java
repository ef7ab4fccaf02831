package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import java.util.Optional;

/** A build's reference on its way to what a builder can pull; refused in the words of the build API. */
record Resolution(ImageStreams streams, String kind, String name, String namespace) {
    String reference() {
        return switch (kind) {
            case "ImageStreamTag" -> tagged(TagName.lenient(name));
            case "ImageStreamImage" -> imaged(ImageName.parse(name));
            case "DockerImage" -> named();
            default -> throw refused("unknown kind");
        };
    }

    /** A stream that allows it can be named like an image. */
    private String named() {
        return local(false).orElse(name);
    }

    /** The image of the stream that is named like an image. */
    Optional<String> local(boolean anyStream) {
        if (name.contains("/") || name.contains("@")) {
            return Optional.empty();
        }
        TagName wanted = TagName.lenient(name);
        return streams.find(namespace, wanted.stream())
                .filter(stream -> anyStream
                        || stream.path("spec")
                                .path("lookupPolicy")
                                .path("local")
                                .asBoolean())
                .flatMap(stream -> latest(stream, wanted.tag()));
    }

    private String tagged(TagName wanted) {
        return latest(stream(wanted.stream()), wanted.tag())
                .orElseThrow(() -> refused("unable to find latest tagged image"));
    }

    private static Optional<String> latest(ObjectNode stream, String tag) {
        return TagHistory.latest(stream, tag).map(event -> PullSpec.of(stream, tag, event));
    }

    private String imaged(ImageName wanted) {
        ObjectNode stream = stream(wanted.stream());
        return TagHistory.events(stream).stream()
                .map(event -> Json.at(event, "image"))
                .filter(wanted::matches)
                .map(image -> PullSpec.ofImage(stream, image))
                .findFirst()
                .orElseThrow(() -> refused("unable to find tagged image"));
    }

    private ObjectNode stream(String stream) {
        return streams.find(namespace, stream)
                .orElseThrow(() -> refused(
                        StatusException.notFound(ImageStreamKind.TYPE, stream).getMessage()));
    }

    private StatusException refused(String why) {
        String message = "Error resolving " + kind + " " + name + " in namespace " + namespace + ": " + why;
        ObjectNode details = Json.object();
        details.put("name", name).put("kind", kind);
        details.putArray("causes").addObject().put("message", message).put("field", "from");
        return StatusException.of(422, "Invalid", message, details);
    }
}
