package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What will be created, and why: nothing has been changed yet.
 *
 * @param sections what is told about each part of it
 * @param notices what is told before all of it
 * @param labels those that are told; the objects have them, and perhaps the usual ones too
 * @param warnings what is told on stderr before anything is created
 */
public record CreationPlan(
        String name,
        Map<String, String> labels,
        List<Section> sections,
        List<String> notices,
        List<String> warnings,
        List<PlannedObject> objects) {

    /**
     * What is told about one part.
     *
     * @param found the image that was found for the user's words; empty if none was asked for or nobody has seen it
     * @param facts what is made of it, as lines
     */
    public record Section(Optional<FoundImage> found, List<String> facts) {}

    /** The objects as one list, for a file. */
    public ObjectNode list() {
        ObjectNode list = Json.object().put("kind", "List").put("apiVersion", "v1");
        list.putObject("metadata");
        ArrayNode items = list.putArray("items");
        objects.forEach(object -> items.add(object.body()));
        return list;
    }
}
