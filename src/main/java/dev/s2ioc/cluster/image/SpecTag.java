package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.store.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What {@code spec.tags} of an image stream says: where the image of a tag comes from. */
final class SpecTag {
    private static final List<String> SOURCES = List.of("DockerImage", "ImageStreamImage", "ImageStreamTag");
    private static final List<String> ORDER =
            List.of("name", "annotations", "from", "reference", "generation", "importPolicy", "referencePolicy");

    private SpecTag() {}

    static Optional<ObjectNode> find(JsonNode stream, String tag) {
        for (JsonNode spec : stream.path("spec").path("tags")) {
            if (Json.at(spec, "name").equals(tag)) {
                return Optional.of((ObjectNode) spec);
            }
        }
        return Optional.empty();
    }

    /** Puts a tag in the place of the one of that name, or adds it. */
    static void set(ObjectNode stream, String tag, ObjectNode spec) {
        remove(stream, tag);
        Json.items(Json.child(stream, "spec"), "tags").add(spec.put("name", tag));
        sort(stream);
    }

    static boolean remove(ObjectNode stream, String tag) {
        boolean found = TagHistory.removeNamed(stream.path("spec").path("tags"), "name", tag);
        if (found && stream.path("spec").path("tags").isEmpty()) {
            ((ObjectNode) stream.get("spec")).remove("tags");
        }
        return found;
    }

    static void sort(ObjectNode stream) {
        if (stream.path("spec").get("tags") instanceof ArrayNode tags) {
            List<JsonNode> sorted = new ArrayList<>();
            tags.forEach(sorted::add);
            sorted.sort(Comparator.comparing(spec -> Json.at(spec, "name")));
            tags.removeAll().addAll(sorted);
        }
    }

    static ObjectNode withDefaults(JsonNode given) {
        ObjectNode spec = Json.object();
        ORDER.forEach(field -> spec.set(field, given.get(field)));
        given.properties().forEach(field -> spec.set(field.getKey(), field.getValue()));
        if (!given.has("annotations")) {
            spec.putNull("annotations");
        }
        ObjectNode importPolicy = Json.child(spec, "importPolicy");
        importPolicy.properties().removeIf(policy -> policy.getValue().equals(BooleanNode.FALSE));
        putIfEmpty(importPolicy, "importMode", "Legacy");
        putIfEmpty(Json.child(spec, "referencePolicy"), "type", "Source");
        if (!given.path("reference").asBoolean()) {
            spec.remove("reference");
        }
        if (given.path("from").isMissingNode() || given.path("from").isNull()) {
            spec.remove("from");
        }
        return spec;
    }

    private static void putIfEmpty(ObjectNode object, String field, String value) {
        if (Json.at(object, field).isEmpty()) {
            object.put(field, value);
        }
    }

    /** Whether the tag's image may be another one now. */
    static boolean differs(JsonNode old, JsonNode spec) {
        for (String field : List.of("from", "reference", "importPolicy", "referencePolicy")) {
            if (!old.path(field).equals(spec.path(field))) {
                return true;
            }
        }
        return spec.path("generation").asLong() == 0;
    }

    /** Whether this tag shall mean whatever another tag of the same stream means. */
    static boolean follows(JsonNode stream, JsonNode spec, String tag) {
        JsonNode from = spec.path("from");
        if (!Json.at(from, "kind").equals("ImageStreamTag")
                || Json.at(spec, "name").equals(tag)) {
            return false;
        }
        Source source = Source.of(stream, spec);
        return source.isOf(stream) && source.item().equals(tag);
    }

    /** Which stream a tag takes its image from, and which tag or image there. */
    record Source(String namespace, String stream, String item) {
        static Source of(JsonNode stream, JsonNode spec) {
            JsonNode from = spec.path("from");
            String own = Json.at(stream, "metadata", "namespace");
            String namespace = from.path("namespace").asText(own);
            String name = Json.at(from, "name");
            int separator = name.indexOf(Json.at(from, "kind").equals("ImageStreamTag") ? ':' : '@');
            return separator < 0
                    ? new Source(namespace, Json.at(stream, "metadata", "name"), name)
                    : new Source(namespace, name.substring(0, separator), name.substring(separator + 1));
        }

        boolean isOf(JsonNode other) {
            return namespace.equals(Json.at(other, "metadata", "namespace"))
                    && stream.equals(Json.at(other, "metadata", "name"));
        }
    }

    static void validate(JsonNode spec, String path, Causes causes) {
        if (Json.at(spec, "name").isEmpty()) {
            causes.required(path + ".name", "");
        }
        JsonNode from = spec.path("from");
        if (from.isObject()) {
            if (!SOURCES.contains(Json.at(from, "kind"))) {
                causes.invalid(
                        path + ".from.kind",
                        Json.at(from, "kind"),
                        "valid values are 'DockerImage', 'ImageStreamImage', 'ImageStreamTag'");
            }
            if (Json.at(from, "name").isEmpty()) {
                causes.required(path + ".from.name", "");
            }
        }
        oneOf(spec, path, "referencePolicy", "type", List.of("Local", "Source"), causes);
        oneOf(spec, path, "importPolicy", "importMode", List.of("Legacy", "PreserveOriginal"), causes);
    }

    private static void oneOf(
            JsonNode spec, String path, String policy, String field, List<String> known, Causes causes) {
        String value = Json.at(spec, policy, field);
        if (!known.contains(value)) {
            causes.notSupported(path + "." + policy + "." + field, value, known);
        }
    }
}
