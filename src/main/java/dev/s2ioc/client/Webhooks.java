package dev.s2ioc.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The addresses by which others start builds of a config, in the order of its triggers. */
public final class Webhooks {
    private static final Set<String> TYPES = Set.of("GitHub", "GitLab", "Bitbucket", "Generic");

    private final Session session;
    private final JsonNode config;
    private final boolean secrets;

    /** @param secrets whether the addresses are to be whole, so that whoever reads them can call them */
    public Webhooks(Session session, JsonNode config, boolean secrets) {
        this.session = session;
        this.config = config;
        this.secrets = secrets;
    }

    /**
     * One of them.
     *
     * @param type as in the trigger: {@code GitHub}, {@code Generic}
     */
    public record Webhook(String type, String address, boolean allowEnv) {}

    public static boolean isWebhook(JsonNode trigger) {
        return TYPES.contains(trigger.path("type").asText(""));
    }

    public List<Webhook> all() {
        List<Webhook> all = new ArrayList<>();
        for (JsonNode trigger : config.at("/spec/triggers")) {
            if (isWebhook(trigger)) {
                String type = trigger.path("type").asText();
                String word = type.toLowerCase(Locale.ROOT);
                JsonNode settings = trigger.path(word);
                String address = session.server().toString().replaceFirst("/$", "")
                        + KnownTypes.BUILD_CONFIG.path(namespace(), Builds.name(config)) + "/webhooks/"
                        + (secrets ? secret(settings) : "<secret>") + "/" + word;
                all.add(new Webhook(type, address, settings.path("allowEnv").asBoolean()));
            }
        }
        return all;
    }

    private String namespace() {
        return config.at("/metadata/namespace").asText(session.namespace());
    }

    private String secret(JsonNode settings) {
        String secret = settings.path("secret").asText("");
        String name = settings.at("/secretReference/name").asText("");
        if (!name.isEmpty()) {
            String data = session.resources()
                    .in(namespace())
                    .get(KnownTypes.SECRET, name)
                    .at("/data/WebHookSecretKey")
                    .asText("");
            secret = new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
        }
        return URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
