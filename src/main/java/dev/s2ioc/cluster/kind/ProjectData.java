package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Key;
import dev.s2ioc.cluster.store.Store;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What pods of a project use: secrets and config maps, as bytes by key, and claims of storage. */
public final class ProjectData {
    private final Store store;
    private final String namespace;

    public ProjectData(Store store, String namespace) {
        this.store = store;
        this.namespace = namespace;
    }

    public Optional<Map<String, byte[]>> secret(String name) {
        return store.get(new Key("secrets", namespace, name)).map(secret -> binary(secret, "data"));
    }

    public Optional<Map<String, byte[]>> configMap(String name) {
        return store.get(new Key("configmaps", namespace, name)).map(map -> {
            Map<String, byte[]> all = binary(map, "binaryData");
            all.putAll(text(map));
            return all;
        });
    }

    /** The same without what is not text: variables get no more. */
    public Optional<Map<String, byte[]>> configMapText(String name) {
        return store.get(new Key("configmaps", namespace, name)).map(ProjectData::text);
    }

    private static Map<String, byte[]> text(ObjectNode map) {
        Map<String, byte[]> all = new TreeMap<>();
        map.path("data")
                .properties()
                .forEach(entry ->
                        all.put(entry.getKey(), entry.getValue().asText().getBytes(StandardCharsets.UTF_8)));
        return all;
    }

    public Optional<ObjectNode> claim(String name) {
        return store.get(new Key("persistentvolumeclaims", namespace, name));
    }

    private static Map<String, byte[]> binary(ObjectNode object, String field) {
        Map<String, byte[]> all = new TreeMap<>();
        object.path(field)
                .properties()
                .forEach(entry -> all.put(
                        entry.getKey(),
                        Base64.getDecoder().decode(entry.getValue().asText())));
        return all;
    }
}
