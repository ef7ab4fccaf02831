package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * An image as a container runs it.
 *
 * @param container the container's name
 * @param followed the tag that the container follows; empty for one image alone, which never changes
 * @param text how the image is pulled
 * @param told how the image is told of
 * @param known whether anybody has seen the image, or the one that it will be built upon
 */
record RunnableImage(
        String container,
        Optional<ObjectNode> followed,
        String text,
        String told,
        boolean known,
        boolean root,
        SortedSet<Port> ports,
        SortedSet<String> volumes) {

    /** An image that is there. */
    static RunnableImage of(ImageMatch image) {
        JsonNode reference = image.reference();
        boolean alone = reference.path("kind").asText().equals("DockerImage");
        return of(
                Names.near(image.madeName()),
                alone ? Optional.empty() : Optional.of(ordered(reference)),
                image.pullText(),
                image,
                List.of());
    }

    /** The image that a build will push. */
    static RunnableImage of(PlannedBuild build) {
        ImageMatch from = build.basis().from().orElse(null);
        Optional<ObjectNode> reference = build.output().reference();
        String name = build.plan().name();
        String text = build.output().image();
        return from == null
                ? new RunnableImage(
                        name,
                        reference,
                        text,
                        text,
                        false,
                        false,
                        ports(build.basis().ports().stream()),
                        new TreeSet<>())
                : of(name, reference, text, from, build.basis().ports());
    }

    private static RunnableImage of(
            String name, Optional<ObjectNode> followed, String text, ImageMatch image, List<String> exposed) {
        JsonNode config = ImageSearch.config(image.image());
        SortedSet<String> volumes = new TreeSet<>();
        config.path("Volumes").propertyStream().forEach(volume -> volumes.add(volume.getKey()));
        return new RunnableImage(
                name,
                followed,
                text,
                image.toldName(),
                image.isKnown(),
                image.isKnown() && config.path("User").asText("").matches("|(root|0)(:.*)?"),
                ports(Stream.concat(
                        config.path("ExposedPorts").propertyStream().map(port -> port.getKey()), exposed.stream())),
                volumes);
    }

    private static SortedSet<Port> ports(Stream<String> exposed) {
        SortedSet<Port> ports = new TreeSet<>();
        exposed.filter(Port::isOne).map(Port::of).forEach(ports::add);
        return ports;
    }

    /** The fields in the order in which oc writes them into the annotation. */
    private static ObjectNode ordered(JsonNode reference) {
        ObjectNode from = Json.object()
                .put("kind", reference.path("kind").asText())
                .put("name", reference.path("name").asText());
        if (reference.has("namespace")) {
            from.set("namespace", reference.path("namespace"));
        }
        return from;
    }

    RunnableImage named(String other) {
        return new RunnableImage(other, followed, text, told, known, root, ports, volumes);
    }
}
