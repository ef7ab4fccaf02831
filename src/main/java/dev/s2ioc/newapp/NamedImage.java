package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.Session;
import dev.s2ioc.s2i.BuilderImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An image that a user's word stands for, as it is now: of an image stream, else of a registry.
 *
 * @param reference by which it can be pulled, with its digest where that is known
 * @param ports as exposed: {@code 8080/tcp}
 */
public record NamedImage(String reference, BuilderImage image, List<String> ports) {

    /** @param command what the user has called, for words that tell what it takes */
    public static NamedImage find(String word, Session session, String command) {
        ImageMatch match = new ImageSearch(new StreamSearch(session, false), new RegistrySearch(session), command)
                .find(new ImageSearch.Word(word, ImageSearch.Origin.ARGUMENT), false);
        JsonNode config = ImageSearch.config(match.image());
        Map<String, String> labels = new LinkedHashMap<>();
        config.path("Labels").properties().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        List<String> environment =
                config.path("Env").valueStream().map(JsonNode::asText).toList();
        List<String> ports = new ArrayList<>();
        config.path("ExposedPorts").properties().forEach(port -> ports.add(port.getKey()));
        String reference = match.image().path("dockerImageReference").asText("");
        return new NamedImage(
                reference.isEmpty() ? word : reference,
                new BuilderImage(config.path("User").asText(""), labels, environment),
                ports);
    }
}
