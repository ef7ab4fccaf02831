package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Configuration as keys and values. */
public final class ConfigMapKind implements Kind {
    public static final Type TYPE = Type.namespaced("", "v1", "configmaps", "ConfigMap", "cm");

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.objectName(),
                Column.text(
                        "Data",
                        "How many keys there are, text and binary.",
                        (map, now) ->
                                map.path("data").size() + map.path("binaryData").size()),
                Column.age());
    }

    @Override
    public void validate(ObjectNode map, Causes causes) {
        Data.validateKeys(map.path("data"), "data", causes);
        Data.validateKeys(map.path("binaryData"), "binaryData", causes);
        Data.validateTexts(map.path("data"), "data", causes);
        Data.validateBase64(map.path("binaryData"), "binaryData", causes);
        map.path("data").propertyStream().forEach(entry -> {
            if (map.path("binaryData").has(entry.getKey())) {
                causes.invalid("data", entry.getKey(), "duplicate of key present in binaryData");
            }
        });
        Data.validateSize(List.of(map.path("data"), map.path("binaryData")), "", causes);
    }

    @Override
    public void validateUpdate(ObjectNode old, ObjectNode map, Causes causes) {
        Data.validateImmutable(old, map, List.of("data", "binaryData"), causes);
    }
}
