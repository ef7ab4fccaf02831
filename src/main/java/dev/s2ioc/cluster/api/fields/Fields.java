package dev.s2ioc.cluster.api.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.api.patch.MergeKeys;
import dev.s2ioc.cluster.store.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The fields of an object that somebody can own, with their values; nested objects and keyed lists field by field. */
final class Fields {
    /** The value of an element or of a map as such, apart from what is in it. */
    private static final JsonNode MARK = MissingNode.getInstance();

    private static final Set<String> NOBODYS = Set.of(
            ".apiVersion",
            ".kind",
            ".metadata.name",
            ".metadata.namespace",
            ".metadata.uid",
            ".metadata.selfLink",
            ".metadata.generation",
            ".metadata.resourceVersion",
            ".metadata.creationTimestamp",
            ".metadata.deletionTimestamp",
            ".metadata.deletionGracePeriodSeconds",
            ".metadata.managedFields");

    /** Objects whose fields have no names in the API: they can be there while empty. */
    private static final Set<String> MAPS =
            Set.of("labels", "annotations", "data", "binaryData", "stringData", "nodeSelector");

    private final MergeKeys keys;
    private final Map<FieldPath, JsonNode> all = new TreeMap<>();

    private Fields(ObjectNode object) {
        this.keys = new MergeKeys(object);
        inside(object, FieldPath.ROOT, List.of());
    }

    static Map<FieldPath, JsonNode> of(ObjectNode object) {
        return new Fields(object).all;
    }

    /** What an applied configuration claims: what it says, not the maps that hold it. */
    static Set<FieldPath> claimed(ObjectNode configuration) {
        Set<FieldPath> claimed = new TreeSet<>();
        of(configuration).forEach((path, value) -> {
            if (value != MARK || path.elements().getLast().startsWith("k:")) {
                claimed.add(path);
            }
        });
        return claimed;
    }

    private void inside(ObjectNode object, FieldPath path, List<String> names) {
        object.properties().forEach(field -> {
            List<String> longer = new ArrayList<>(names);
            longer.add(field.getKey());
            if (!field.getValue().isNull() && !NOBODYS.contains("." + String.join(".", longer))) {
                field(field.getValue(), path.field(field.getKey()), longer);
            }
        });
    }

    private void field(JsonNode value, FieldPath path, List<String> names) {
        if (value instanceof ObjectNode object && !object.isEmpty()) {
            if (MAPS.contains(names.getLast())) {
                all.put(path, MARK);
            }
            inside(object, path, names);
        } else if (value instanceof ArrayNode list && keys.isSet(names)) {
            list.forEach(item -> all.put(path.value(item), MARK));
        } else if (value instanceof ArrayNode list && keys.tellApart(list, names)) {
            all.put(path, MARK);
            String key = keys.of(names).orElseThrow();
            list.forEach(item -> {
                FieldPath inner = path.item(key, item.get(key));
                all.put(inner, MARK);
                inside((ObjectNode) item, inner, names);
            });
        } else {
            all.put(path, value);
        }
    }

    /** What is new or different in the second state. */
    static Set<FieldPath> changed(ObjectNode before, ObjectNode after) {
        Map<FieldPath, JsonNode> old = of(before);
        Set<FieldPath> changed = new TreeSet<>();
        of(after).forEach((path, value) -> {
            if (!value.equals(old.get(path))) {
                changed.add(path);
            }
        });
        return changed;
    }

    /** The fields as the tree that is kept. */
    static ObjectNode tree(NavigableSet<FieldPath> fields) {
        ObjectNode tree = Json.object();
        for (FieldPath path : fields) {
            ObjectNode node = tree;
            for (String element : path.elements()) {
                node = Json.child(node, element);
            }
            if (hasBelow(fields, path)) {
                node.putObject(".");
            }
        }
        return tree;
    }

    /** What is below a path follows it at once in the order of paths. */
    static boolean hasBelow(NavigableSet<FieldPath> fields, FieldPath path) {
        FieldPath next = fields.higher(path);
        return next != null && next.isBelow(path);
    }

    static NavigableSet<FieldPath> ofTree(JsonNode tree) {
        NavigableSet<FieldPath> fields = new TreeSet<>();
        collect(tree, FieldPath.ROOT, fields);
        return fields;
    }

    private static void collect(JsonNode tree, FieldPath path, Set<FieldPath> fields) {
        if (tree.isEmpty() && !path.elements().isEmpty()) {
            fields.add(path);
        }
        tree.properties().forEach(child -> {
            if (child.getKey().equals(".")) {
                fields.add(path);
            } else if (child.getKey().matches("[fkv]:(?s:.*)")) {
                collect(child.getValue(), path.then(child.getKey()), fields);
            }
        });
    }
}
