package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.ProjectData;
import dev.s2ioc.cluster.store.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The variables whose values are elsewhere: in secrets, in config maps, or in the build itself. */
final class ResolvedEnvironment {
    private final JsonNode build;
    private final ProjectData data;

    ResolvedEnvironment(JsonNode build, ProjectData data) {
        this.build = build;
        this.data = data;
    }

    /** Writes the values into a strategy that is not stored: a secret's does not belong there. */
    void putInto(JsonNode strategies) throws BuildFailure {
        for (JsonNode strategy : strategies) {
            for (JsonNode variable : strategy.path("env")) {
                if (variable instanceof ObjectNode named && named.hasNonNull("valueFrom")) {
                    Optional<String> value = value(Json.at(named, "name"), named.path("valueFrom"));
                    named.remove("valueFrom");
                    named.put("value", value.orElse(""));
                }
            }
        }
    }

    /** Empty for what is optional and not there. */
    private Optional<String> value(String variable, JsonNode from) throws BuildFailure {
        if (from.has("secretKeyRef")) {
            JsonNode reference = from.path("secretKeyRef");
            return entry(variable, "secret", reference, data.secret(Json.at(reference, "name")));
        }
        if (from.has("configMapKeyRef")) {
            JsonNode reference = from.path("configMapKeyRef");
            return entry(variable, "configmap", reference, data.configMap(Json.at(reference, "name")));
        }
        String field = Json.at(from, "fieldRef", "fieldPath");
        return Optional.of(
                switch (field) {
                    case "metadata.name" -> Json.at(build, "metadata", "name");
                    case "metadata.namespace" -> Json.at(build, "metadata", "namespace");
                    case "metadata.uid" -> Json.at(build, "metadata", "uid");
                    default ->
                        throw failure(
                                variable,
                                field.isEmpty() ? "its valueFrom is of no known kind" : "no field " + field + " here");
                });
    }

    private static Optional<String> entry(
            String variable, String kind, JsonNode reference, Optional<Map<String, byte[]>> values)
            throws BuildFailure {
        String key = Json.at(reference, "key");
        Optional<String> value =
                values.map(all -> all.get(key)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        if (value.isEmpty() && !reference.path("optional").asBoolean()) {
            String name = Json.at(reference, "name");
            throw failure(
                    variable,
                    values.isEmpty()
                            ? kind + " \"" + name + "\" not found"
                            : "key " + key + " not found in " + kind + " \"" + name + "\"");
        }
        return value;
    }

    private static BuildFailure failure(String variable, String why) {
        return new BuildFailure(
                Reason.UnresolvableEnvironmentVariable, "the variable " + variable + " has no value: " + why);
    }
}
