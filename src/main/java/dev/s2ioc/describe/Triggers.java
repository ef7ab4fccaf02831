package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.Webhooks;
import java.util.ArrayList;
import java.util.List;

/** The lines about what starts builds of a BuildConfig. Webhooks are told in the order of the spec, so it never changes. */
final class Triggers {
    private final JsonNode config;
    private final Webhooks webhooks;
    private final Outline outline;

    Triggers(JsonNode config, Webhooks webhooks, Outline outline) {
        this.config = config;
        this.webhooks = webhooks;
        this.outline = outline;
    }

    void add() {
        List<String> names = new ArrayList<>();
        for (JsonNode trigger : config.path("spec").path("triggers")) {
            if (!Webhooks.isWebhook(trigger)) {
                names.add(name(trigger));
            }
        }
        outline.field("Triggered by", String.join(", ", names));
        webhooks.all().forEach(this::webhook);
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

    private void webhook(Webhooks.Webhook hook) {
        outline.line("Webhook " + hook.type() + ":");
        outline.line("", "URL:", hook.address());
        if (hook.type().equals("Generic")) {
            outline.line("", "AllowEnv:", String.valueOf(hook.allowEnv()));
        }
    }
}
