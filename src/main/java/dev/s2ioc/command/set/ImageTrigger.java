package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import java.util.List;

/**
 * That a change of an image stream's tag starts something.
 *
 * @param namespace the stream's; empty if it is that of the object
 * @param name {@code stream:tag}
 * @param containers the containers whose image it becomes; none of a build
 * @param implied nothing is started yet: it is the image that a build starts from, which nobody has made a trigger of
 */
record ImageTrigger(String namespace, String name, List<String> containers, boolean auto, boolean implied) {

    /** Of a reference to an ImageStreamTag, by an object of a namespace. */
    static ImageTrigger of(JsonNode from, String own, List<String> containers, boolean auto) {
        String namespace = from.path("namespace").asText("");
        return new ImageTrigger(
                namespace.equals(own) ? "" : namespace, from.path("name").asText(""), containers, auto, false);
    }

    boolean isFor(ImageTrigger other) {
        return namespace.equals(other.namespace) && name.equals(other.name);
    }

    ImageTrigger as(boolean automatic) {
        return new ImageTrigger(namespace, name, containers, automatic, implied);
    }

    ImageTrigger by(List<String> others) {
        return new ImageTrigger(namespace, name, others, auto, implied);
    }

    /** {@code other/hello:latest (web, side)}. */
    String words() {
        String image = namespace.isEmpty() ? name : namespace + "/" + name;
        return containers.isEmpty() ? image : image + " (" + String.join(", ", containers) + ")";
    }

    ObjectNode reference() {
        ObjectNode from = Json.object().put("kind", "ImageStreamTag").put("name", name);
        return namespace.isEmpty() ? from : from.put("namespace", namespace);
    }
}
