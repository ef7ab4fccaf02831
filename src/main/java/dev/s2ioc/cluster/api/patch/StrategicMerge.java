package dev.s2ioc.cluster.api.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import java.util.ArrayList;
import java.util.List;

/** A merge patch that knows which lists are sets of named things, with directives for what a plain merge cannot say. */
final class StrategicMerge {
    private static final String DIRECTIVE = "$patch";
    private static final String ORDER = "$setElementOrder/";
    private static final String DELETE = "$deleteFromPrimitiveList/";
    private static final String RETAIN = "$retainKeys";

    private final MergeKeys keys;

    private StrategicMerge(MergeKeys keys) {
        this.keys = keys;
    }

    static StrategicMerge of(ObjectNode object) {
        return new StrategicMerge(new MergeKeys(object));
    }

    ObjectNode merge(ObjectNode object, ObjectNode patch) {
        return merge(object, patch, List.of());
    }

    private ObjectNode merge(ObjectNode object, ObjectNode patch, List<String> path) {
        switch (Json.at(patch, DIRECTIVE)) {
            case "replace" -> {
                return patch.deepCopy().without(List.of(DIRECTIVE));
            }
            case "delete" -> {
                return Json.object();
            }
            case "", "merge" -> {
                // A merge, as follows.
            }
            default -> throw StatusException.badRequest("unknown patch directive: " + Json.at(patch, DIRECTIVE));
        }
        retain(object, patch);
        patch.properties().forEach(field -> mergeField(object, field.getKey(), field.getValue(), path));
        patch.properties().stream()
                .filter(field -> field.getKey().startsWith(ORDER))
                .forEach(field -> order(object, field.getKey().substring(ORDER.length()), field.getValue(), path));
        return object;
    }

    private static void retain(ObjectNode object, ObjectNode patch) {
        if (patch.has(RETAIN)) {
            List<String> retained =
                    patch.path(RETAIN).valueStream().map(JsonNode::asText).toList();
            object.retain(retained);
        }
    }

    private void mergeField(ObjectNode object, String name, JsonNode value, List<String> path) {
        if (name.startsWith(DELETE)) {
            deleteFromSet(object, name.substring(DELETE.length()), value);
        } else if (name.startsWith("$")) {
            return;
        } else if (value.isNull()) {
            object.remove(name);
        } else if (value instanceof ObjectNode inner) {
            ObjectNode present = object.get(name) instanceof ObjectNode child ? child : Json.object();
            object.set(name, merge(present, inner, below(path, name)));
        } else if (value instanceof ArrayNode list) {
            object.set(name, mergeList(object.path(name), list, below(path, name)));
        } else {
            object.set(name, value);
        }
    }

    private static List<String> below(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }

    private static void deleteFromSet(ObjectNode object, String name, JsonNode values) {
        if (object.get(name) instanceof ArrayNode present) {
            ArrayNode kept = Json.array();
            present.forEach(value -> {
                if (values.valueStream().noneMatch(value::equals)) {
                    kept.add(value);
                }
            });
            object.set(name, kept);
        }
    }

    private ArrayNode mergeList(JsonNode present, ArrayNode patch, List<String> path) {
        ArrayNode merged = present instanceof ArrayNode list ? list.deepCopy() : Json.array();
        if (keys.isSet(path)) {
            patch.valueStream()
                    .filter(value -> merged.valueStream().noneMatch(value::equals))
                    .toList()
                    .forEach(merged::add);
            return merged;
        }
        boolean replaces = patch.valueStream()
                .anyMatch(element -> Json.at(element, DIRECTIVE).equals("replace"));
        String key = keys.of(path).orElse("");
        if (key.isEmpty() || replaces) {
            return replacement(patch);
        }
        patch.forEach(element -> mergeElement(merged, element, key, path));
        return merged;
    }

    private static ArrayNode replacement(ArrayNode patch) {
        ArrayNode list = Json.array();
        patch.valueStream().filter(element -> !element.has(DIRECTIVE)).forEach(list::add);
        return list;
    }

    private void mergeElement(ArrayNode list, JsonNode element, String key, List<String> path) {
        if (!(element instanceof ObjectNode patch) || !patch.has(key)) {
            throw StatusException.badRequest("map: " + element + " does not contain declared merge key: " + key);
        }
        int at = indexOf(list, key, patch.get(key));
        if (Json.at(patch, DIRECTIVE).equals("delete")) {
            if (at >= 0) {
                list.remove(at);
            }
        } else if (at >= 0) {
            list.set(at, merge((ObjectNode) list.get(at), patch, path));
        } else {
            list.add(merge(Json.object(), patch, path));
        }
    }

    private static int indexOf(ArrayNode list, String key, JsonNode value) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof ObjectNode element && value.equals(element.get(key))) {
                return i;
            }
        }
        return -1;
    }

    /** Elements that the order names come in its order; the others stay behind the one that they followed. */
    private void order(ObjectNode object, String name, JsonNode order, List<String> path) {
        if (!(object.get(name) instanceof ArrayNode list)) {
            return;
        }
        String key = keys.of(below(path, name)).orElse("");
        List<JsonNode> wanted = order.valueStream()
                .map(element -> key.isEmpty() ? element : element.path(key))
                .toList();
        List<JsonNode> ordered = new ArrayList<>();
        wanted.forEach(value -> list.valueStream()
                .filter(element -> value.equals(key.isEmpty() ? element : element.path(key)))
                .forEach(ordered::add));
        JsonNode before = null;
        for (JsonNode element : list) {
            if (!wanted.contains(key.isEmpty() ? element : element.path(key))) {
                ordered.add(before == null ? 0 : ordered.indexOf(before) + 1, element);
            }
            before = element;
        }
        object.set(name, Json.array().addAll(ordered));
    }
}
