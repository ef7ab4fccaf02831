package dev.s2ioc.cluster.api.patch;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;

/** RFC 6902: a list of operations, all or none. */
final class JsonPatch implements Patch {
    private static final int LIMIT = 10_000;
    private static final int COPY_LIMIT = 3 * 1024 * 1024;

    private final JsonNode operations;

    JsonPatch(JsonNode operations) {
        if (!operations.isArray()) {
            throw StatusException.badRequest("error decoding patch: a JSON patch is a list of operations");
        }
        if (operations.size() > LIMIT) {
            throw StatusException.of(
                    413,
                    "RequestEntityTooLarge",
                    "The allowed maximum operations in a JSON patch is " + LIMIT + ", got " + operations.size());
        }
        this.operations = operations;
    }

    @Override
    public ObjectNode applyTo(ObjectNode object) {
        ObjectNode root = Json.object();
        root.set("root", object);
        long copied = 0;
        for (JsonNode operation : operations) {
            apply(root, operation);
            copied += copied(root, operation);
            requireFewCopies(copied);
        }
        if (root.get("root") instanceof ObjectNode changed) {
            return changed;
        }
        throw unprocessable("the patch leaves no object");
    }

    /** A few copies, each of all that is there, can fill any memory. */
    private static long copied(ObjectNode root, JsonNode operation) {
        return Json.at(operation, "op").equals("copy") ? Json.bytes(root.at(pointer(operation, "from"))).length : 0;
    }

    private static void requireFewCopies(long copied) {
        if (copied > COPY_LIMIT) {
            throw StatusException.of(
                    413,
                    "RequestEntityTooLarge",
                    "Unable to complete the copy, the accumulated size increase of copy is " + copied
                            + ", exceeding the limit " + COPY_LIMIT);
        }
    }

    private static void apply(ObjectNode root, JsonNode operation) {
        JsonPointer path = pointer(operation, "path");
        switch (Json.at(operation, "op")) {
            case "add" -> add(root, path, value(operation));
            case "remove" -> remove(root, path);
            case "replace" -> {
                remove(root, path);
                add(root, path, value(operation));
            }
            case "move" -> add(root, path, remove(root, pointer(operation, "from")));
            case "copy" ->
                add(root, path, find(root, pointer(operation, "from")).deepCopy());
            case "test" -> {
                JsonNode found = root.at(path);
                if (!found.equals(operation.path("value"))
                        && !(found.isMissingNode() && operation.path("value").isNull())) {
                    throw unprocessable("testing path '" + Json.at(operation, "path") + "' value failed");
                }
            }
            default -> throw unprocessable("unexpected kind of operation: \"" + Json.at(operation, "op") + "\"");
        }
    }

    private static JsonPointer pointer(JsonNode operation, String field) {
        String text = operation.path(field).asText("");
        if (!operation.path(field).isTextual() || !text.isEmpty() && !text.startsWith("/")) {
            throw unprocessable("a JSON patch operation has no valid " + field);
        }
        return JsonPointer.compile("/root" + text);
    }

    private static JsonNode value(JsonNode operation) {
        if (!operation.has("value")) {
            throw unprocessable("a JSON patch operation has no value");
        }
        return operation.get("value").deepCopy();
    }

    private static JsonNode find(ObjectNode root, JsonPointer path) {
        JsonNode found = root.at(path);
        if (found instanceof MissingNode) {
            throw unprocessable("the path " + told(path) + " does not exist");
        }
        return found;
    }

    private static void add(ObjectNode root, JsonPointer path, JsonNode value) {
        String last = path.last().getMatchingProperty();
        switch (find(root, path.head())) {
            case ObjectNode parent -> parent.set(last, value);
            case ArrayNode parent when last.equals("-") -> parent.add(value);
            case ArrayNode parent -> parent.insert(index(path, parent.size()), value);
            default -> throw unprocessable("the path " + told(path) + " does not exist");
        }
    }

    private static JsonNode remove(ObjectNode root, JsonPointer path) {
        JsonNode removed = find(root, path);
        switch (find(root, path.head())) {
            case ObjectNode parent -> parent.remove(path.last().getMatchingProperty());
            case ArrayNode parent -> parent.remove(index(path, parent.size() - 1));
            default -> throw unprocessable("the path " + told(path) + " does not exist");
        }
        return removed;
    }

    private static int index(JsonPointer path, int highest) {
        int index = path.last().getMatchingIndex();
        if (index < 0 || index > highest) {
            throw unprocessable("the index in " + told(path) + " is out of bounds");
        }
        return index;
    }

    private static String told(JsonPointer path) {
        return '"' + path.toString().substring("/root".length()) + '"';
    }

    private static StatusException unprocessable(String why) {
        return StatusException.of(
                422, "Invalid", "the server rejected our request due to an error in our request: " + why);
    }
}
