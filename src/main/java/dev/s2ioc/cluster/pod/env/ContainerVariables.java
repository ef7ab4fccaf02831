package dev.s2ioc.cluster.pod.env;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.ProjectData;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Store;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The environment of a container: what the image, the services and the container say, later ones over earlier ones. */
public final class ContainerVariables {
    private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private final PodFields fields;
    private final JsonNode container;
    private final Store store;
    private final ProjectData data;
    private final String namespace;

    public ContainerVariables(PodFields fields, JsonNode container, Store store) {
        this.fields = fields;
        this.container = container;
        this.store = store;
        this.namespace = Json.at(fields.pod(), "metadata", "namespace");
        this.data = new ProjectData(store, namespace);
    }

    /** @param ofImage as {@code NAME=VALUE} */
    public Map<String, String> of(List<String> ofImage, String hostname) throws MissingException {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("PATH", PATH);
        all.put("HOSTNAME", hostname);
        ofImage.forEach(each -> {
            int equals = each.indexOf('=');
            all.put(equals < 0 ? each : each.substring(0, equals), equals < 0 ? "" : each.substring(equals + 1));
        });
        // What refers to others sees the container's own and the services', not the image's.
        Map<String, String> own = new LinkedHashMap<>(ServiceVariables.of(
                store,
                namespace,
                fields.pod().path("spec").path("enableServiceLinks").asBoolean(true)));
        for (JsonNode many : container.path("envFrom")) {
            addAll(many, own);
        }
        for (JsonNode variable : container.path("env")) {
            String name = Json.at(variable, "name");
            if (variable.path("valueFrom").isObject()) {
                value(variable.path("valueFrom")).ifPresent(value -> own.put(name, value));
            } else {
                own.put(name, Expansion.of(Json.at(variable, "value"), own));
            }
        }
        all.putAll(own);
        return all;
    }

    private void addAll(JsonNode source, Map<String, String> variables) throws MissingException {
        boolean secret = source.has("secretRef");
        JsonNode reference = source.path(secret ? "secretRef" : "configMapRef");
        Map<String, byte[]> found = find(secret, reference).orElse(Map.of());
        found.forEach((key, value) ->
                variables.put(Json.at(source, "prefix") + key, new String(value, StandardCharsets.UTF_8)));
    }

    private Optional<String> value(JsonNode from) throws MissingException {
        if (from.has("fieldRef")) {
            return Optional.of(fields.field(Json.at(from, "fieldRef", "fieldPath")));
        }
        if (from.has("resourceFieldRef")) {
            return Optional.of(fields.resource(from.path("resourceFieldRef"), container));
        }
        boolean secret = from.has("secretKeyRef");
        JsonNode reference = from.path(secret ? "secretKeyRef" : "configMapKeyRef");
        Optional<Map<String, byte[]>> found = find(secret, reference);
        String key = Json.at(reference, "key");
        if (found.isPresent()
                && !found.get().containsKey(key)
                && !reference.path("optional").asBoolean()) {
            throw new MissingException("couldn't find key " + key + " in " + (secret ? "Secret " : "ConfigMap ")
                    + namespace + "/" + Json.at(reference, "name"));
        }
        return found.map(values -> values.get(key)).map(value -> new String(value, StandardCharsets.UTF_8));
    }

    /** Empty for one that is missing and may be. */
    private Optional<Map<String, byte[]>> find(boolean secret, JsonNode reference) throws MissingException {
        String name = Json.at(reference, "name");
        Optional<Map<String, byte[]>> found = secret ? data.secret(name) : data.configMapText(name);
        if (found.isEmpty() && !reference.path("optional").asBoolean()) {
            throw new MissingException((secret ? "secret" : "configmap") + " \"" + name + "\" not found");
        }
        return found;
    }

    /** Something that a container needs is not there (yet). */
    public static final class MissingException extends Exception {
        public MissingException(String message) {
            super(message);
        }
    }
}
