package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;

/** A build's reference on its way to what a builder can pull; refused in the words of the build API. */
record Resolution(ImageStreams streams, String kind, String name, String namespace) {
    String reference() {
        return switch (kind) {
            case "ImageStreamTag" -> tagged(TagName.lenient(name));
            case "ImageStreamImage" -> imaged(ImageName.parse(name));
            case "DockerImage" -> name;
            default -> throw refused("unknown kind");
        };
    }

    private String tagged(TagName wanted) {
        return TagHistory.latest(stream(wanted.stream()), wanted.tag())
                .map(event -> Json.at(event, "dockerImageReference"))
                .orElseThrow(() -> refused("unable to find latest tagged image"));
    }

    private String imaged(ImageName wanted) {
        return TagHistory.events(stream(wanted.stream())).stream()
                .filter(event -> wanted.matches(Json.at(event, "image")))
                .map(event -> Json.at(event, "dockerImageReference"))
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
