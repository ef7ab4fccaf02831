package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What starts the builds or rollouts of an object, whichever way its kind keeps it. */
final class Triggers {
    /** The webhooks of builds by the types that the API has: what users call them, and the field that holds them. */
    static final Map<String, String> WEBHOOKS =
            Map.of("Generic", "webhook", "GitHub", "github", "GitLab", "gitlab", "Bitbucket", "bitbucket");

    boolean config;
    final List<ImageTrigger> images = new ArrayList<>();
    /** As a BuildConfig has them, with their secrets. */
    final List<ObjectNode> webhooks = new ArrayList<>();

    /** Adds a trigger, or changes those that are there for the image; without containers these stay as they are. */
    void set(ImageTrigger image) {
        if (images.stream().noneMatch(image::isFor)) {
            images.add(image);
        } else if (image.containers().isEmpty()) {
            images.replaceAll(old -> old.isFor(image) ? old.as(image.auto()) : old);
        } else {
            images.removeIf(image::isFor);
            images.add(image);
        }
    }

    void addWebhook(String type, String secret, boolean allowEnvironment) {
        ObjectNode hook = Json.object().put("type", type);
        ObjectNode fields = hook.putObject(webhookField(type)).put("secret", secret);
        if (allowEnvironment) {
            fields.put("allowEnv", true);
        }
        webhooks.add(hook);
    }

    void removeWebhooks(String type) {
        webhooks.removeIf(hook -> hook.path("type").asText().equals(type));
    }

    static String webhookField(String type) {
        return type.equals("Generic") ? "generic" : WEBHOOKS.get(type);
    }

    void clear() {
        config = false;
        images.clear();
        webhooks.clear();
    }

    /** Everything by itself, or nothing. */
    void setAll(boolean auto) {
        config = auto;
        images.replaceAll(image -> image.as(auto));
    }
}
