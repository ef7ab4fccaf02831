package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /** Tells the tags of the same stream that follow this one, and those that follow them. */
    static void track(ObjectNode stream, String tag, ObjectNode event) {
        Set<String> told = new HashSet<>(Set.of(tag));
        Deque<String> changed = new ArrayDeque<>(told);
        while (!changed.isEmpty()) {
            String from = changed.pop();
            for (JsonNode spec : stream.path("spec").path("tags")) {
                String follower = Json.at(spec, "name");
                if (SpecTag.follows(stream, spec, from) && told.add(follower)) {
                    add(stream, follower, event);
                    changed.push(follower);
                }
            }
        }
    }

    /** Says why a tag has no (new) image. */
    static void setCondition(ObjectNode stream, String tag, ObjectNode condition) {
        ObjectNode entry = entry(stream, tag).orElseGet(() -> newEntry(stream, tag));
        entry.putArray("conditions").add(condition);
    }

    /** The failure of the last import, if it failed. */
    static Optional<JsonNode> failure(JsonNode stream, String tag) {
        return entry(stream, tag).stream()
                .flatMap(entry -> entry.path("conditions").valueStream())
                .filter(condition -> Json.at(condition, "type").equals("ImportSuccess"))
                .findFirst();
    }

    static void clearCondition(ObjectNode stream, String tag) {
        entry(stream, tag).ifPresent(entry -> entry.remove("conditions"));
    }

    /** The latest change of a tag that its history, or a failure, has seen. */
    static long observedGeneration(JsonNode stream, String tag) {
        long seen = latest(stream, tag)
                .map(event -> event.path("generation").asLong())
                .orElse(0L);
        return Math.max(
                seen,
                failure(stream, tag)
                        .map(condition -> condition.path("generation").asLong())
                        .orElse(0L));
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
