package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;

/** Names and passwords for registries, as the secrets of a project hold them. */
record Credentials(List<Login> logins) {
    static final Credentials NONE = new Credentials(List.of());

    /**
     * One of them.
     *
     * @param place the registry, or a part of it as in {@code quay.io/team}
     * @param basic name and password as HTTP sends them
     */
    record Login(String place, String basic) {}

    /** From secrets of the two types for registries; what is no such secret has none. */
    static Credentials of(List<? extends JsonNode> secrets) {
        List<Login> logins = new ArrayList<>();
        for (JsonNode secret : secrets) {
            add(logins, file(secret, ".dockercfg"));
            add(logins, file(secret, ".dockerconfigjson").path("auths"));
        }
        return new Credentials(List.copyOf(logins));
    }

    private static JsonNode file(JsonNode secret, String key) {
        String encoded = Json.at(secret.path("data"), key);
        try {
            return Json.parse(Base64.getMimeDecoder().decode(encoded));
        } catch (IOException | IllegalArgumentException e) {
            // A secret that cannot be read opens no registry; the import says that access was denied.
            return Json.object();
        }
    }

    private static void add(List<Login> logins, JsonNode file) {
        file.properties().forEach(entry -> {
            String basic = basic(entry.getValue());
            if (!basic.isEmpty()) {
                logins.add(new Login(place(entry.getKey()), basic));
            }
        });
    }

    private static String basic(JsonNode login) {
        String ready = Json.at(login, "auth");
        String user = Json.at(login, "username");
        if (!ready.isEmpty() || user.isEmpty()) {
            return ready.trim();
        }
        byte[] both = (user + ":" + Json.at(login, "password")).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(both);
    }

    /** Docker writes addresses into these files, and for its own registry an old one. */
    private static String place(String key) {
        String place = key.replaceFirst("^https?://", "").replaceFirst("/(v1|v2)?/?$", "");
        return place.equals("index.docker.io") || place.equals("registry-1.docker.io") ? "docker.io" : place;
    }

    /** What may open a repository, the most particular first. */
    List<String> forImage(RemoteName image) {
        String repository = image.host() + "/" + image.repository();
        return logins.stream()
                .filter(login -> (repository + "/").startsWith(login.place() + "/"))
                .sorted(Comparator.comparing((Login login) -> login.place().length())
                        .reversed())
                .map(Login::basic)
                .distinct()
                .toList();
    }
}
