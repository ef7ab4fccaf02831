package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Resources;
import dev.s2ioc.client.Session;
import java.util.function.Supplier;

/** Sets and deletes tags of image streams; where tags may not be written by themselves, it writes the whole stream. */
final class TagWriter {
    private final Session session;

    TagWriter(Session session) {
        this.session = session;
    }

    /** Makes a tag what {@code spec} says, and returns the object as stored: the tag, or the stream. */
    JsonNode set(StreamTag tag, ObjectNode spec) {
        ObjectNode object = Json.object().put("kind", "ImageStreamTag").put("apiVersion", "image.openshift.io/v1");
        object.putObject("metadata").put("name", tag.name()).put("namespace", tag.namespace());
        object.set("tag", spec);
        Resources there = in(tag);
        return unlessImpossible(
                () -> there.update(KnownTypes.IMAGE_STREAM_TAG, tag.name(), object),
                () -> unlessImpossible(
                        () -> there.create(KnownTypes.IMAGE_STREAM_TAG, object), () -> setInStream(tag, spec)));
    }

    private static JsonNode unlessImpossible(Supplier<JsonNode> first, Supplier<JsonNode> second) {
        try {
            return first.get();
        } catch (ApiException e) {
            if (e.isNotFound() || e.isForbidden() || isNotAllowed(e)) {
                return second.get();
            }
            throw e;
        }
    }

    private static boolean isNotAllowed(ApiException refusal) {
        return refusal.code() == 405;
    }

    private JsonNode setInStream(StreamTag tag, ObjectNode spec) {
        Resources there = in(tag);
        ObjectNode stream;
        try {
            stream = there.get(KnownTypes.IMAGE_STREAM, tag.stream()).deepCopy();
        } catch (ApiException e) {
            if (!e.isNotFound()) {
                throw e;
            }
            stream = Json.object().put("kind", "ImageStream").put("apiVersion", "image.openshift.io/v1");
            stream.putObject("metadata").put("name", tag.stream()).put("namespace", tag.namespace());
            tagsWithout(tag.tag(), stream).add(spec);
            return there.create(KnownTypes.IMAGE_STREAM, stream);
        }
        tagsWithout(tag.tag(), stream).add(spec);
        return there.update(KnownTypes.IMAGE_STREAM, tag.stream(), stream);
    }

    /** Deletes a tag, and with it its history. */
    void delete(StreamTag tag) {
        try {
            in(tag).delete(KnownTypes.IMAGE_STREAM_TAG, tag.name(), Json.object());
        } catch (ApiException e) {
            if (!e.isUnknownPath() && !e.isForbidden() && !isNotAllowed(e)) {
                throw e;
            }
            deleteInStream(tag);
        }
    }

    private void deleteInStream(StreamTag tag) {
        ObjectNode stream = in(tag).get(KnownTypes.IMAGE_STREAM, tag.stream()).deepCopy();
        int before = stream.path("spec").path("tags").size();
        if (tagsWithout(tag.tag(), stream).size() == before) {
            throw new CommandFailure("destination tag " + tag.qualified() + " does not exist.");
        }
        in(tag).update(KnownTypes.IMAGE_STREAM, tag.stream(), stream);
    }

    private static ArrayNode tagsWithout(String tag, ObjectNode stream) {
        ArrayNode kept = Json.array();
        for (JsonNode spec : stream.path("spec").path("tags")) {
            if (!spec.path("name").asText().equals(tag)) {
                kept.add(spec);
            }
        }
        stream.withObject("/spec").set("tags", kept);
        return kept;
    }

    private Resources in(StreamTag tag) {
        return session.resources().in(tag.namespace());
    }
}
