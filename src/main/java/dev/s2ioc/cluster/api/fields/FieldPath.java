package dev.s2ioc.cluster.api.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The way to a field, as managedFields spell it: {@code f:NAME} in an object, <code>k:{"KEY":VALUE}</code> for the element of a
 * list that is told by its key, {@code v:VALUE} for the element of a set.
 */
record FieldPath(List<String> elements) implements Comparable<FieldPath> {
    static final FieldPath ROOT = new FieldPath(List.of());

    FieldPath then(String element) {
        List<String> longer = new ArrayList<>(elements);
        longer.add(element);
        return new FieldPath(List.copyOf(longer));
    }

    FieldPath field(String name) {
        return then("f:" + name);
    }

    FieldPath item(String key, JsonNode value) {
        return then("k:" + Json.text(Json.object().set(key, value)));
    }

    FieldPath value(JsonNode value) {
        return then("v:" + Json.text(value));
    }

    boolean isBelow(FieldPath other) {
        return elements.size() > other.elements.size()
                && elements.subList(0, other.elements.size()).equals(other.elements);
    }

    /** Takes the field out of an object, and what it leaves empty. */
    void removeFrom(ObjectNode object) {
        remove(object, 0);
    }

    private void remove(JsonNode node, int depth) {
        String element = elements.get(depth);
        boolean last = depth == elements.size() - 1;
        if (node instanceof ObjectNode object && element.startsWith("f:")) {
            String name = element.substring(2);
            JsonNode child = object.path(name);
            if (!last) {
                remove(child, depth + 1);
            }
            if (last || child.isContainerNode() && child.isEmpty()) {
                object.remove(name);
            }
        } else if (node instanceof ArrayNode list) {
            for (int i = list.size() - 1; i >= 0; i--) {
                if (isMeant(list.get(i), element)) {
                    if (last) {
                        list.remove(i);
                    } else {
                        remove(list.get(i), depth + 1);
                    }
                }
            }
        }
    }

    private static boolean isMeant(JsonNode item, String element) {
        JsonNode wanted = parsed(element);
        if (element.startsWith("v:")) {
            return item.equals(wanted);
        }
        return wanted.properties().stream().allMatch(field -> field.getValue().equals(item.get(field.getKey())));
    }

    private static JsonNode parsed(String element) {
        try {
            return Json.parse(element.substring(2));
        } catch (IOException e) {
            // Clients can write managedFields themselves; what they misspell names nothing.
            return Json.object().put(element, "");
        }
    }

    /** As refusals show it: {@code .spec.tags[name="latest"].from}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String element : elements) {
            switch (element.charAt(0)) {
                case 'k' -> {
                    List<String> keys = new ArrayList<>();
                    parsed(element).properties().forEach(field -> keys.add(field.getKey() + "=" + field.getValue()));
                    text.append('[').append(String.join(",", keys)).append(']');
                }
                case 'v' -> text.append("[=").append(element.substring(2)).append(']');
                default -> text.append('.').append(element.substring(2));
            }
        }
        return text.toString();
    }

    @Override
    public int compareTo(FieldPath other) {
        return String.join("\0", elements).compareTo(String.join("\0", other.elements));
    }
}
