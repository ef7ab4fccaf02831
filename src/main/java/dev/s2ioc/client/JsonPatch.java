package dev.s2ioc.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;

/** A list of operations on an object, after RFC 6902. */
final class JsonPatch {
    private JsonNode whole;

    private JsonPatch(JsonNode whole) {
        this.whole = whole;
    }

    static ObjectNode apply(ObjectNode object, JsonNode operations) {
        if (!operations.isArray()) {
            throw new PatchException("a JSON patch must be a list of operations");
        }
        JsonPatch patch = new JsonPatch(object.deepCopy());
        operations.forEach(patch::apply);
        if (!(patch.whole instanceof ObjectNode result)) {
            throw new PatchException("the patch leaves no object");
        }
        return result;
    }

    private void apply(JsonNode operation) {
        String path = operation.path("path").asText();
        switch (operation.path("op").asText()) {
            case "add" -> add(path, value(operation));
            case "remove" -> remove(path);
            case "replace" -> {
                remove(path);
                add(path, value(operation));
            }
            case "move" -> {
                JsonNode moved = get(operation.path("from").asText());
                remove(operation.path("from").asText());
                add(path, moved);
            }
            case "copy" -> add(path, get(operation.path("from").asText()).deepCopy());
            case "test" -> {
                if (!get(path).equals(value(operation))) {
                    throw new PatchException("testing value " + path + " failed");
                }
            }
            default ->
                throw new PatchException(
                        "Unexpected kind: " + operation.path("op").asText());
        }
    }

    private static JsonNode value(JsonNode operation) {
        if (!operation.has("value")) {
            throw new PatchException(
                    "the operation at " + operation.path("path").asText() + " has no value");
        }
        return operation.get("value").deepCopy();
    }

    private JsonNode get(String path) {
        JsonNode here = whole;
        for (String token : tokens(path)) {
            here = here.isArray() ? here.path(index(token, here.size() - 1, path)) : here.path(token);
            if (here.isMissingNode()) {
                throw missing(path);
            }
        }
        return here;
    }

    private void add(String path, JsonNode value) {
        List<String> tokens = tokens(path);
        if (tokens.isEmpty()) {
            whole = value;
            return;
        }
        String last = tokens.getLast();
        switch (parent(path)) {
            case ObjectNode object -> object.set(last, value);
            case ArrayNode array ->
                array.insert(last.equals("-") ? array.size() : index(last, array.size(), path), value);
            default -> throw missing(path);
        }
    }

    private void remove(String path) {
        List<String> tokens = tokens(path);
        if (tokens.isEmpty()) {
            return;
        }
        get(path);
        switch (parent(path)) {
            case ObjectNode object -> object.remove(tokens.getLast());
            case ArrayNode array -> array.remove(index(tokens.getLast(), array.size() - 1, path));
            default -> throw missing(path);
        }
    }

    private JsonNode parent(String path) {
        return get(path.substring(0, path.lastIndexOf('/')));
    }

    private static List<String> tokens(String path) {
        if (path.isEmpty()) {
            return List.of();
        }
        if (!path.startsWith("/")) {
            throw new PatchException("the path \"" + path + "\" must begin with a slash");
        }
        return Arrays.stream(path.substring(1).split("/", -1))
                .map(token -> token.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    private static int index(String token, int highest, String path) {
        if (!token.matches("0|[1-9][0-9]{0,8}") || Integer.parseInt(token) > highest) {
            throw missing(path);
        }
        return Integer.parseInt(token);
    }

    private static PatchException missing(String path) {
        return new PatchException("the patch does not fit: there is no " + path);
    }
}
