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
    private static final List<String> IMPORT_MODES = List.of("Legacy", "PreserveOriginal");
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
    static boolean differs(JsonNode stream, JsonNode old, JsonNode spec) {
        return !Json.at(old, "from", "name").equals(Json.at(spec, "from", "name"))
                || !namespace(stream, old).equals(namespace(stream, spec))
                || old.path("reference").asBoolean() != spec.path("reference").asBoolean()
                || spec.path("generation").asLong() == 0;
    }

    private static String namespace(JsonNode stream, JsonNode spec) {
        String given = Json.at(spec, "from", "namespace");
        return given.isEmpty() ? Json.at(stream, "metadata", "namespace") : given;
    }

    /** Whether it names an image of another registry that is to be looked at. */
    static boolean isImportable(JsonNode spec) {
        return Json.at(spec, "from", "kind").equals("DockerImage")
                && !spec.path("reference").asBoolean();
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
            String given = Json.at(from, "namespace");
            String namespace = given.isEmpty() ? own : given;
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
            validateFrom(spec, from, path, causes);
        }
        String policy = Json.at(spec, "referencePolicy", "type");
        if (!policy.equals("Source") && !policy.equals("Local")) {
            causes.invalid(path + ".referencePolicy.type", policy, "valid values are \"Source\", \"Local\"");
        }
        String mode = Json.at(spec, "importPolicy", "importMode");
        if (!IMPORT_MODES.contains(mode)) {
            causes.notSupported(path + ".importPolicy.importMode", mode, IMPORT_MODES);
        }
    }

    private static void validateFrom(JsonNode spec, JsonNode from, String path, Causes causes) {
        String name = Json.at(from, "name");
        if (name.isEmpty()) {
            causes.required(path + ".from.name", "");
        }
        switch (Json.at(from, "kind")) {
            case "DockerImage" -> {
                if (!name.isEmpty() && !RemoteName.isValid(name)) {
                    causes.invalid(path + ".from.name", name, "invalid reference format");
                }
            }
            case "ImageStreamImage", "ImageStreamTag" -> {
                if (spec.path("importPolicy").path("scheduled").asBoolean()) {
                    causes.invalid(
                            path + ".importPolicy.scheduled",
                            true,
                            "only tags pointing to Docker repositories may be scheduled for background import");
                }
            }
            default ->
                causes.required(
                        path + ".from.kind", "valid values are 'DockerImage', 'ImageStreamImage', 'ImageStreamTag'");
        }
    }
}
