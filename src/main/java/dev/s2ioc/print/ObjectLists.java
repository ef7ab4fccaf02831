package dev.s2ioc.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** Lists as oc prints them: made of whatever was found, each object telling its own kind. */
public final class ObjectLists {

    private ObjectLists() {}

    /** A {@code List} of the objects, as {@code get} prints several. */
    public static ObjectNode of(Collection<? extends JsonNode> objects) {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.put("apiVersion", "v1");
        list.putArray("items").addAll(objects);
        list.put("kind", "List");
        list.putObject("metadata").put("resourceVersion", "");
        return list;
    }

    /** The objects of a server's list; each gets the kind and apiVersion that a server says only once, for the list. */
    public static List<ObjectNode> items(JsonNode list) {
        String kind = list.path("kind").asText("").replaceFirst("List$", "");
        String apiVersion = list.path("apiVersion").asText("");
        List<ObjectNode> items = new ArrayList<>();
        for (JsonNode item : list.path("items")) {
            ObjectNode whole = JsonNodeFactory.instance.objectNode();
            if (!kind.isEmpty()) {
                whole.put("kind", kind);
                whole.put("apiVersion", apiVersion);
            }
            whole.setAll((ObjectNode) item);
            items.add(whole);
        }
        return items;
    }

    /** The same tree with the keys of every object in order, as oc's decoder leaves what a server sent. */
    public static JsonNode sorted(JsonNode node) {
        if (node.isArray()) {
            List<JsonNode> items = new ArrayList<>();
            node.forEach(item -> items.add(sorted(item)));
            return JsonNodeFactory.instance.arrayNode().addAll(items);
        }
        if (!node.isObject()) {
            return node;
        }
        TreeMap<String, JsonNode> fields = new TreeMap<>();
        node.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
        ObjectNode sorted = JsonNodeFactory.instance.objectNode();
        sorted.setAll(fields);
        return sorted;
    }
}
