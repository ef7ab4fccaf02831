package dev.s2ioc.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A merge patch that merges lists too, whose elements have a field by which they are told apart. */
final class StrategicPatch {
    private static final String DIRECTIVE = "$patch";
    private static final String ORDER = "$setElementOrder/";
    private static final String DELETE = "$deleteFromPrimitiveList/";

    private final ListKeys keys;

    StrategicPatch(String kind) {
        this.keys = new ListKeys(kind);
    }

    ObjectNode apply(ObjectNode object, ObjectNode patch, List<String> path) {
        String directive = patch.path(DIRECTIVE).asText("");
        ObjectNode result =
                directive.equals("replace") || directive.equals("delete") ? Json.object() : object.deepCopy();
        if (directive.equals("delete")) {
            return result;
        }
        patch.properties().forEach(change -> {
            if (!change.getKey().startsWith("$")) {
                List<String> here = new ArrayList<>(path);
                here.add(change.getKey());
                JsonNode order = patch.path(ORDER + change.getKey());
                field(result, change.getKey(), change.getValue(), order.isArray() ? order : change.getValue(), here);
            }
        });
        patch.properties().forEach(change -> directive(result, change.getKey(), change.getValue(), path));
        return result;
    }

    private void field(ObjectNode result, String name, JsonNode change, JsonNode order, List<String> path) {
        JsonNode before = result.path(name);
        if (change.isNull()) {
            result.remove(name);
        } else if (change instanceof ObjectNode inner) {
            result.set(name, apply(before instanceof ObjectNode present ? present : Json.object(), inner, path));
        } else if (change instanceof ArrayNode items && keys.of(path).isPresent()) {
            ArrayNode present = before instanceof ArrayNode array ? array : Json.array();
            String key = keys.of(path).get();
            result.set(name, arranged(list(present, items, key, path), order, present, item -> item.path(key)));
        } else if (change.isArray() && path.equals(List.of("metadata", "finalizers"))) {
            ArrayNode present = before instanceof ArrayNode array ? array : Json.array();
            Set<JsonNode> union = new LinkedHashSet<>(present.valueStream().toList());
            change.forEach(union::add);
            result.set(name, arranged(Json.array().addAll(union), order, present, item -> item));
        } else {
            result.set(name, change);
        }
    }

    private ArrayNode list(ArrayNode before, ArrayNode changes, String key, List<String> path) {
        boolean replaces = changes.valueStream()
                .anyMatch(change -> change.path(DIRECTIVE).asText("").equals("replace"));
        ArrayNode result = replaces ? Json.array() : before.deepCopy();
        for (JsonNode change : changes) {
            String directive = change.path(DIRECTIVE).asText("");
            if (directive.equals("replace") && !change.has(key)) {
                continue;
            }
            if (!(change instanceof ObjectNode item) || !change.has(key)) {
                throw new PatchException("an element of " + String.join(".", path) + " in the patch has no \"" + key
                        + "\", by which it could be told from the others");
            }
            Optional<Integer> index = index(result, key, item.get(key));
            if (directive.equals("delete")) {
                index.ifPresent(result::remove);
            } else if (index.isPresent()) {
                result.set(index.get(), apply((ObjectNode) result.get(index.get()), item, path));
            } else {
                result.add(apply(Json.object(), item, path));
            }
        }
        return result;
    }

    private static Optional<Integer> index(ArrayNode list, String key, JsonNode value) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).path(key).equals(value)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private void directive(ObjectNode result, String name, JsonNode value, List<String> path) {
        if (name.equals("$retainKeys")) {
            List<String> retained = value.valueStream().map(JsonNode::asText).toList();
            result.retain(retained);
        } else if (name.startsWith(DELETE)) {
            ArrayNode list = result.withArray("/" + name.substring(DELETE.length()));
            value.forEach(item -> list.removeIf(item::equals));
        } else if (name.startsWith(ORDER)) {
            List<String> here = new ArrayList<>(path);
            here.add(name.substring(ORDER.length()));
            if (result.path(here.getLast()) instanceof ArrayNode list
                    && keys.of(here).isPresent()) {
                String key = keys.of(here).get();
                result.set(here.getLast(), arranged(list, value, list, item -> item.path(key)));
            }
        }
    }

    /**
     * The elements that the patch knows in its order, the others in theirs; where both have been before, as they were, and
     * a new one before the others.
     */
    private static ArrayNode arranged(
            ArrayNode list, JsonNode order, ArrayNode before, Function<JsonNode, JsonNode> key) {
        List<JsonNode> earlier = before.valueStream().map(key).toList();
        List<JsonNode> named = order.valueStream().map(key).toList();
        List<JsonNode> left = new ArrayList<>(list.valueStream()
                .filter(item -> named.contains(key.apply(item)))
                .sorted(Comparator.comparing(item -> named.indexOf(key.apply(item))))
                .toList());
        List<JsonNode> right = new ArrayList<>(list.valueStream()
                .filter(item -> !named.contains(key.apply(item)))
                .toList());
        ArrayNode arranged = Json.array();
        while (!left.isEmpty() && !right.isEmpty()) {
            int mine = earlier.indexOf(key.apply(left.getFirst()));
            int theirs = earlier.indexOf(key.apply(right.getFirst()));
            arranged.add((mine < 0 || theirs < 0 || mine < theirs ? left : right).removeFirst());
        }
        return arranged.addAll(left).addAll(right);
    }
}
