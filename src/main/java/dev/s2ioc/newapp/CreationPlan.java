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
 * @param found the image that was found for the user's words; empty if none was asked for or nobody has seen it
 * @param facts what is told about the build, as lines
 * @param notices what is told before all of it
 * @param labels those that are told; the objects have them, and perhaps the usual ones too
 * @param warnings what is told on stderr before anything is created
 * @param advice what is told once everything is there
 */
public record CreationPlan(
        String name,
        Map<String, String> labels,
        Optional<FoundImage> found,
        List<String> facts,
        List<String> notices,
        List<String> warnings,
        List<PlannedObject> objects,
        List<String> advice) {

    /** The objects as one list, for a file. */
    public ObjectNode list() {
        ObjectNode list = Json.object().put("kind", "List").put("apiVersion", "v1");
        list.putObject("metadata");
        ArrayNode items = list.putArray("items");
        objects.forEach(object -> items.add(object.body()));
        return list;
    }
}
