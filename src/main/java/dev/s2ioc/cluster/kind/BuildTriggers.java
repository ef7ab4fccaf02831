package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The rules for what starts builds by itself. */
final class BuildTriggers {
    private static final Map<String, String> WEBHOOKS =
            Map.of("GitHub", "github", "Generic", "generic", "GitLab", "gitlab", "Bitbucket", "bitbucket");
    private static final Set<String> OTHERS = Set.of("ConfigChange", "ImageChange");

    private BuildTriggers() {}

    /** On creation only: later they are a fault. */
    static void dropUnknown(ObjectNode spec) {
        if (spec.get("triggers") instanceof ArrayNode triggers) {
            for (int i = triggers.size() - 1; i >= 0; i--) {
                String type = Json.at(triggers.get(i), "type");
                if (!type.isEmpty() && !WEBHOOKS.containsKey(type) && !OTHERS.contains(type)) {
                    triggers.remove(i);
                }
            }
        }
    }

    static void setDefaults(ObjectNode spec) {
        for (JsonNode trigger : spec.path("triggers")) {
            if (trigger instanceof ObjectNode object && Json.at(object, "type").equals("ImageChange")) {
                BuildDefaults.setKind(Json.child(object, "imageChange").path("from"));
            }
        }
    }

    static void validate(JsonNode spec, Causes causes) {
        Set<String> images = new HashSet<>();
        JsonNode triggers = spec.path("triggers");
        for (int i = 0; i < triggers.size(); i++) {
            JsonNode trigger = triggers.get(i);
            String field = "spec.triggers[" + i + "]";
            String type = Json.at(trigger, "type");
            if (type.isEmpty()) {
                causes.required(field + ".type", "");
            } else if (WEBHOOKS.containsKey(type)) {
                validateWebhook(trigger, type, field, causes);
            } else if (type.equals("ImageChange")) {
                validateImageChange(trigger.path("imageChange"), field + ".imageChange", images, causes);
            } else if (!OTHERS.contains(type)) {
                causes.invalid(field + ".type", type, "invalid trigger type");
            }
        }
    }

    private static void validateWebhook(JsonNode trigger, String type, String field, Causes causes) {
        String name = WEBHOOKS.get(type);
        JsonNode hook = trigger.path(name);
        String at = field + "." + name;
        if (hook.isMissingNode() || hook.isNull()) {
            causes.required(at, "");
            return;
        }
        if (Json.at(hook, "secret").isEmpty() && !hook.hasNonNull("secretReference")) {
            causes.invalid(at, hook, "must provide a value for at least one of secret or secretReference");
        }
        if (!type.equals("Generic") && hook.path("allowEnv").asBoolean()) {
            causes.invalid(at, hook, "git webhooks cannot allow env vars");
        }
    }

    private static void validateImageChange(JsonNode change, String field, Set<String> images, Causes causes) {
        JsonNode from = change.path("from");
        String image = from.isObject() ? Json.at(from, "namespace") + "/" + Json.at(from, "name") : "";
        if (!images.add(image)) {
            causes.invalid(field, from, "multiple ImageChange triggers refer to the same image stream tag");
        }
        if (from.isObject()) {
            if (!Json.at(from, "kind").equals("ImageStreamTag")) {
                causes.invalid(
                        field + ".from.kind",
                        Json.at(from, "kind"),
                        "only an ImageStreamTag type of reference is allowed in an ImageChange trigger.");
            }
            if (Json.at(from, "name").isEmpty()) {
                causes.required(field + ".from.name", "");
            }
        }
    }
}
