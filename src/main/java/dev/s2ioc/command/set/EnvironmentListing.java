package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Resources;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Lists environment variables; what refers to a secret or a config map shows its value only if that is wanted. */
final class EnvironmentListing {
    private final Resources resources;
    private final boolean resolve;
    private final PrintStream out;

    EnvironmentListing(Resources resources, boolean resolve, PrintStream out) {
        this.resources = resources;
        this.resolve = resolve;
        this.out = out;
    }

    void list(Environments.Environment environment) {
        out.println("# " + environment.title());
        for (JsonNode variable : environment.owner().path("env")) {
            String name = variable.path("name").asText();
            JsonNode from = variable.path("valueFrom");
            if (from.path("secretKeyRef").isObject()) {
                reference(name, "secret", from.path("secretKeyRef"));
            } else if (from.path("configMapKeyRef").isObject()) {
                reference(name, "configmap", from.path("configMapKeyRef"));
            } else if (from.path("fieldRef").isObject()) {
                out.println("# " + name + " from field path "
                        + from.path("fieldRef").path("fieldPath").asText());
            } else if (from.isObject()) {
                out.println("# " + name + " from " + from);
            } else {
                out.println(name + "=" + variable.path("value").asText(""));
            }
        }
    }

    private void reference(String name, String kind, JsonNode reference) {
        String object = reference.path("name").asText();
        String key = reference.path("key").asText();
        if (!resolve) {
            out.println("# " + name + " from " + kind + " " + object + ", key " + key);
            return;
        }
        boolean secret = kind.equals("secret");
        String stored = resources
                .get(secret ? KnownTypes.SECRET : KnownTypes.CONFIG_MAP, object)
                .path("data")
                .path(key)
                .asText("");
        out.println(name + "="
                + (secret ? new String(Base64.getDecoder().decode(stored), StandardCharsets.UTF_8) : stored));
    }
}
