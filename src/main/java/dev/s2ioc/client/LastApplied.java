package dev.s2ioc.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The annotation in which an object carries the manifest that it was last applied from. It is spelled byte for byte as
 * kubectl and oc spell it, so that one may go on where another has stopped.
 */
public final class LastApplied {
    public static final String ANNOTATION = "kubectl.kubernetes.io/last-applied-configuration";

    private LastApplied() {}

    /** The object with the annotation, which tells of the object as it is now. */
    public static ObjectNode added(ObjectNode object) {
        ObjectNode noted = removed(object);
        annotations(noted).put(ANNOTATION, text(noted));
        return noted;
    }

    /** The object without the annotation. */
    public static ObjectNode removed(ObjectNode object) {
        ObjectNode plain = object.deepCopy();
        annotations(plain).remove(ANNOTATION);
        return plain;
    }

    /** What the annotation of a stored object tells, if it has one that can be read. */
    public static Optional<ObjectNode> of(JsonNode stored) {
        String text = note(stored);
        try {
            return text.isEmpty() || !(Json.parse(text) instanceof ObjectNode object)
                    ? Optional.empty()
                    : Optional.of(object);
        } catch (IOException e) {
            throw new SelectionException("the annotation " + ANNOTATION + " of "
                    + stored.path("metadata").path("name").asText() + " is not JSON: " + e.getMessage());
        }
    }

    /** The annotation of a stored object as it is; empty if it has none. */
    public static String note(JsonNode object) {
        return object.path("metadata").path("annotations").path(ANNOTATION).asText("");
    }

    private static ObjectNode annotations(ObjectNode object) {
        ObjectNode metadata =
                object.path("metadata") instanceof ObjectNode given ? given : object.putObject("metadata");
        return metadata.path("annotations") instanceof ObjectNode given ? given : metadata.putObject("annotations");
    }

    private static String text(JsonNode object) {
        String json = new String(Json.bytes(sorted(object)), StandardCharsets.UTF_8);
        // Go writes these so; elsewhere than in texts they do not occur.
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026") + "\n";
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            TreeSet<String> names = new TreeSet<>();
            object.fieldNames().forEachRemaining(names::add);
            ObjectNode copy = Json.object();
            names.forEach(name -> copy.set(name, sorted(object.get(name))));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = Json.array();
            array.forEach(item -> copy.add(sorted(item)));
            return copy;
        }
        return node;
    }
}
