package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What {@code status.tags} of an image stream remembers: per tag the images it has meant, the newest first. */
final class TagHistory {
    private TagHistory() {}

    /** One entry of a history. */
    static ObjectNode event(String created, String reference, String image, long generation) {
        ObjectNode event = Json.object();
        event.put("created", created).put("dockerImageReference", reference);
        return event.put("image", image).put("generation", generation);
    }

    static Optional<ObjectNode> entry(JsonNode stream, String tag) {
        for (JsonNode entry : stream.path("status").path("tags")) {
            if (Json.at(entry, "tag").equals(tag)) {
                return Optional.of((ObjectNode) entry);
            }
        }
        return Optional.empty();
    }

    static Optional<ObjectNode> latest(JsonNode stream, String tag) {
        return entry(stream, tag)
                .map(entry -> entry.path("items").path(0))
                .filter(JsonNode::isObject)
                .map(ObjectNode.class::cast);
    }

    /** All events of all tags. */
    static List<ObjectNode> events(JsonNode stream) {
        List<ObjectNode> events = new ArrayList<>();
        for (JsonNode entry : stream.path("status").path("tags")) {
            entry.path("items").forEach(event -> events.add((ObjectNode) event));
        }
        return events;
    }

    /**
     * Puts an event on top of a tag's history. The image that is on top already only takes over what differs, so that the
     * history has one line per image. Answers whether anything changed.
     */
    static boolean add(ObjectNode stream, String tag, ObjectNode event) {
        ObjectNode entry = entry(stream, tag).orElseGet(() -> newEntry(stream, tag));
        ArrayNode items = Json.items(entry, "items");
        if (!(items.path(0) instanceof ObjectNode top)) {
            items.add(event.deepCopy());
            entry.remove("conditions");
            return true;
        }
        boolean sameReference = same(top, event, "dockerImageReference");
        boolean sameImage = same(top, event, "image");
        if (sameReference && sameImage && same(top, event, "generation")) {
            return false;
        }
        if (sameReference || sameImage) {
            top.set("dockerImageReference", event.path("dockerImageReference"));
            top.set("image", event.path("image"));
            top.set("generation", event.path("generation"));
        } else {
            items.insert(0, event.deepCopy());
        }
        entry.remove("conditions");
        return true;
    }

    private static boolean same(JsonNode one, JsonNode other, String field) {
        return one.path(field).asText().equals(other.path(field).asText());
    }

    /** Tells the tags of the same stream that follow this one. */
    static void track(ObjectNode stream, String tag, ObjectNode event) {
        for (JsonNode spec : stream.path("spec").path("tags")) {
            if (SpecTag.follows(stream, spec, tag)) {
                add(stream, Json.at(spec, "name"), event);
            }
        }
    }

    /** Says why a tag has no (new) image. */
    static void setCondition(ObjectNode stream, String tag, ObjectNode condition) {
        ObjectNode entry = entry(stream, tag).orElseGet(() -> newEntry(stream, tag));
        entry.putArray("conditions").add(condition);
    }

    private static ObjectNode newEntry(ObjectNode stream, String tag) {
        ArrayNode tags = Json.items(Json.child(stream, "status"), "tags");
        ObjectNode entry = tags.addObject().put("tag", tag).putNull("items");
        List<JsonNode> sorted = new ArrayList<>();
        tags.forEach(sorted::add);
        sorted.sort(Comparator.comparing(node -> Json.at(node, "tag")));
        tags.removeAll().addAll(sorted);
        return entry;
    }

    /** Forgets a tag; false when there is none. */
    static boolean remove(ObjectNode stream, String tag) {
        return removeNamed(stream.path("status").path("tags"), "tag", tag);
    }

    static boolean removeNamed(JsonNode list, String field, String name) {
        for (int i = 0; i < list.size(); i++) {
            if (Json.at(list.get(i), field).equals(name)) {
                ((ArrayNode) list).remove(i);
                return true;
            }
        }
        return false;
    }

    /** Forgets an image in all histories, and the tags that never meant another. */
    static void forget(ObjectNode stream, String image) {
        if (!(stream.path("status").get("tags") instanceof ArrayNode tags)) {
            return;
        }
        for (int t = tags.size() - 1; t >= 0; t--) {
            if (tags.get(t).get("items") instanceof ArrayNode items
                    && removeNamed(items, "image", image)
                    && items.isEmpty()) {
                tags.remove(t);
            }
        }
    }
}
