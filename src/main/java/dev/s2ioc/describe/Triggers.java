package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The lines about what starts builds of a BuildConfig. Webhooks are told in the order of the spec, so it never changes. */
final class Triggers {
    private static final Set<String> WEBHOOKS = Set.of("GitHub", "GitLab", "Bitbucket", "Generic");

    private final JsonNode config;
    private final URI server;
    private final Outline outline;

    Triggers(JsonNode config, URI server, Outline outline) {
        this.config = config;
        this.server = server;
        this.outline = outline;
    }

    void add() {
        List<String> names = new ArrayList<>();
        List<JsonNode> hooks = new ArrayList<>();
        for (JsonNode trigger : config.path("spec").path("triggers")) {
            if (WEBHOOKS.contains(type(trigger))) {
                hooks.add(trigger);
            } else {
                names.add(name(trigger));
            }
        }
        outline.field("Triggered by", String.join(", ", names));
        hooks.forEach(this::webhook);
    }

    private static String type(JsonNode trigger) {
        return trigger.path("type").asText("");
    }

    private static String name(JsonNode trigger) {
        JsonNode from = trigger.path("imageChange").path("from");
        return switch (type(trigger)) {
            case "" -> "<unknown>";
            case "ConfigChange" -> "Config";
            case "ImageChange" ->
                from.path("name").asText("").isEmpty()
                        ? "ImageChange"
                        : "Image(" + from.path("kind").asText("") + " "
                                + from.path("name").asText() + ")";
            default -> type(trigger);
        };
    }

    private void webhook(JsonNode trigger) {
        JsonNode metadata = config.path("metadata");
        String type = type(trigger).toLowerCase(Locale.ROOT);
        outline.line("Webhook " + type(trigger) + ":");
        outline.line(
                "",
                "URL:",
                "%s/apis/build.openshift.io/v1/namespaces/%s/buildconfigs/%s/webhooks/<secret>/%s"
                        .formatted(
                                server.toString().replaceFirst("/$", ""),
                                metadata.path("namespace").asText(),
                                metadata.path("name").asText(),
                                type));
        if (type.equals("generic")) {
            outline.line(
                    "",
                    "AllowEnv:",
                    String.valueOf(trigger.path("generic").path("allowEnv").asBoolean()));
        }
    }
}
