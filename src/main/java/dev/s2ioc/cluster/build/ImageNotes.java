package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.image.ImageStreams;
import dev.s2ioc.cluster.store.Json;
import java.util.Optional;

/** Keeps in a configuration's status which images its builds have taken in: a build that is made for any reason does. */
final class ImageNotes {
    private final ImageStreams streams;

    ImageNotes(ImageStreams streams) {
        this.streams = streams;
    }

    /** Notes which images the new build, of which the spec is given, starts from. */
    void update(ObjectNode config, JsonNode spec, String now) {
        ArrayNode notes = Json.array();
        for (ImageTrigger trigger : ImageTrigger.of(config)) {
            Optional<String> image = trigger.isOfStrategy()
                    ? Optional.of(Json.at(ImageTrigger.strategyFrom(spec), "name"))
                            .filter(name -> !name.isEmpty())
                    : trigger.latest(streams);
            image.<JsonNode>map(name -> trigger.note(name, now))
                    .or(() -> trigger.noted(config))
                    .ifPresent(notes::add);
        }
        if (!notes.isEmpty()) {
            Json.child(config, "status").set("imageChangeTriggers", notes);
        }
    }
}
