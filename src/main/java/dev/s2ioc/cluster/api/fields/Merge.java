package dev.s2ioc.cluster.api.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.api.patch.MergeKeys;
import java.util.ArrayList;
import java.util.List;

/** Lays a configuration over an object: objects and keyed lists field by field, the rest replaced. */
final class Merge {
    private final ObjectNode live;
    private final MergeKeys keys;

    Merge(ObjectNode live) {
        this.live = live;
        this.keys = new MergeKeys(live);
    }

    ObjectNode with(ObjectNode configuration) {
        return object(live.deepCopy(), configuration, List.of());
    }

    private ObjectNode object(ObjectNode present, ObjectNode wanted, List<String> names) {
        wanted.properties().forEach(field -> {
            List<String> longer = new ArrayList<>(names);
            longer.add(field.getKey());
            present.set(field.getKey(), value(present.path(field.getKey()), field.getValue(), longer));
        });
        return present;
    }

    private JsonNode value(JsonNode present, JsonNode wanted, List<String> names) {
        if (present instanceof ObjectNode inner && wanted instanceof ObjectNode fields) {
            return object(inner, fields, names);
        }
        if (present instanceof ArrayNode list && wanted instanceof ArrayNode items) {
            if (keys.isSet(names)) {
                items.valueStream()
                        .filter(item -> list.valueStream().noneMatch(item::equals))
                        .toList()
                        .forEach(list::add);
                return list;
            }
            if (keys.tellApart(list, names) && keys.tellApart(items, names)) {
                items.forEach(item -> item(list, (ObjectNode) item, names));
                return list;
            }
        }
        return wanted.deepCopy();
    }

    private void item(ArrayNode list, ObjectNode wanted, List<String> names) {
        String key = keys.of(names).orElseThrow();
        for (JsonNode present : list) {
            if (present.get(key).equals(wanted.get(key))) {
                object((ObjectNode) present, wanted, names);
                return;
            }
        }
        list.add(wanted.deepCopy());
    }
}
