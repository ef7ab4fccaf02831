package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The logins of a secret for registries, whichever of the three forms it has: by registry, or by the first part of a repository. */
public final class DockerConfig {
    private static final List<String> KEYS = List.of(".dockerconfigjson", "config.json", ".dockercfg");
    private static final String DOCKER_HUB = "https://index.docker.io/v1/";

    private final ObjectNode logins;

    private DockerConfig(ObjectNode logins) {
        this.logins = logins;
    }

    /** Empty for a secret that holds none. */
    public static Optional<DockerConfig> of(Map<String, byte[]> secret) throws IOException {
        for (String key : KEYS) {
            if (secret.containsKey(key)) {
                JsonNode json = Json.parse(secret.get(key));
                return Optional.of(new DockerConfig(normalized(key.equals(".dockercfg") ? json : json.path("auths"))));
            }
        }
        return Optional.empty();
    }

    private static ObjectNode normalized(JsonNode given) {
        ObjectNode logins = Json.object();
        given.properties().forEach(entry -> logins.set(name(entry.getKey()), login(entry.getValue())));
        return logins;
    }

    /** Older files have URLs; those of Docker's own registry still are. */
    private static String name(String written) {
        return written.equals(DOCKER_HUB)
                ? written
                : written.replaceFirst("^https?://", "").replaceFirst("/(v[12]/?)?$", "");
    }

    private static ObjectNode login(JsonNode given) {
        ObjectNode login = Json.object();
        String auth = Json.at(given, "auth");
        String both = Json.at(given, "username") + ":" + Json.at(given, "password");
        login.put(
                "auth",
                auth.isEmpty() ? Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)) : auth);
        if (given.has("identitytoken")) {
            login.set("identitytoken", given.get("identitytoken"));
        }
        return login;
    }

    /** The logins of both; where both know a registry, these here. */
    public DockerConfig and(DockerConfig others) {
        ObjectNode all = others.logins.deepCopy();
        all.setAll(logins);
        return new DockerConfig(all);
    }

    /** Whether there is a login for an image. */
    public boolean knows(String image) {
        for (Iterator<String> names = logins.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (image.startsWith((name.equals(DOCKER_HUB) ? "docker.io" : name) + "/")) {
                return true;
            }
        }
        return false;
    }

    /** As engines read it. */
    public String text() {
        ObjectNode file = Json.object();
        file.set("auths", logins);
        return Json.text(file);
    }
}
