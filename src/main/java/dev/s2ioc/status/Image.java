package dev.s2ioc.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * An image as objects refer to it: by a tag of an image stream, or in any other way.
 *
 * @param kind as in the reference
 * @param namespace where the stream is
 */
record Image(String kind, String namespace, String name) {

    /** @param home the namespace of the object that refers */
    static Optional<Image> of(JsonNode reference, String home) {
        String name = reference.path("name").asText("");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String kind = reference.path("kind").asText("ImageStreamTag");
        boolean tag = kind.equals("ImageStreamTag");
        String namespace = reference.path("namespace").asText("");
        return Optional.of(new Image(
                kind, namespace.isEmpty() ? home : namespace, tag && !name.contains(":") ? name + ":latest" : name));
    }

    static Image pulled(String specification) {
        return new Image("DockerImage", "", specification);
    }

    boolean isTag() {
        return kind.equals("ImageStreamTag");
    }

    String stream() {
        return name.replaceFirst("[:@].*", "");
    }

    String tag() {
        return name.substring(name.indexOf(':') + 1);
    }
}
