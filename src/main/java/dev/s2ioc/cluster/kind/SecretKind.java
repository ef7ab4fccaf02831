package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Secrets: keys and values in base64, of a type that may demand certain keys. */
public final class SecretKind implements Kind {
    public static final Type TYPE = Type.namespaced("", "v1", "secrets", "Secret");

    private static final Map<String, List<String>> REQUIRED = Map.of(
            "kubernetes.io/dockercfg", List.of(".dockercfg"),
            "kubernetes.io/dockerconfigjson", List.of(".dockerconfigjson"),
            "kubernetes.io/ssh-auth", List.of("ssh-privatekey"),
            "kubernetes.io/tls", List.of("tls.crt", "tls.key"));

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.objectName(),
                Column.text("Type", "What the secret is for.", (secret, now) -> Json.at(secret, "type")),
                Column.text(
                        "Data",
                        "How many keys there are.",
                        (secret, now) -> secret.path("data").size()),
                Column.age());
    }

    @Override
    public void setDefaults(ObjectNode secret) {
        if (Json.at(secret, "type").isEmpty()) {
            secret.put("type", "Opaque");
        }
        if (secret.remove("stringData") instanceof ObjectNode texts) {
            ObjectNode data = Json.child(secret, "data");
            texts.properties().forEach(text -> {
                byte[] bytes = text.getValue().asText().getBytes(StandardCharsets.UTF_8);
                data.put(text.getKey(), Base64.getEncoder().encodeToString(bytes));
            });
        }
    }

    @Override
    public void validate(ObjectNode secret, Causes causes) {
        JsonNode data = secret.path("data");
        Data.validateKeys(data, "data", causes);
        Data.validateBase64(data, "data", causes);
        Data.validateSize(List.of(data), "data", causes);
        for (String key : REQUIRED.getOrDefault(Json.at(secret, "type"), List.of())) {
            if (!data.has(key)) {
                causes.required("data[" + key + "]", "");
            }
        }
    }

    @Override
    public void validateUpdate(ObjectNode old, ObjectNode secret, Causes causes) {
        if (!Json.at(old, "type").equals(Json.at(secret, "type"))) {
            causes.invalid("type", Json.at(secret, "type"), "field is immutable");
        }
        Data.validateImmutable(old, secret, List.of("data"), causes);
    }

    @Override
    public Map<String, String> fields(JsonNode secret) {
        return Map.of("type", Json.at(secret, "type"));
    }
}
