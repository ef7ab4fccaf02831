package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.Optional;

/** Why a deployment configuration is deployed anew, if it is. */
final class ConfigCauses {
    private ConfigCauses() {}

    /** @param deployed the configuration of the newest deployment */
    static ArrayNode of(ObjectNode config, Optional<ObjectNode> deployed) {
        ArrayNode causes = Json.array();
        List<ConfigTrigger> triggers = ConfigTrigger.of(config);
        if (triggers.stream().anyMatch(each -> each.last().isEmpty())) {
            return causes;
        }
        for (int i = 0; i < triggers.size(); i++) {
            ConfigTrigger trigger = triggers.get(i);
            if (trigger.isAutomatic()
                    && (deployed.isEmpty() || !lasts(deployed.get()).contains(trigger.last()))) {
                causes.add(trigger.cause());
            }
        }
        if (!causes.isEmpty()) {
            return causes;
        }
        boolean changed = deployed.isEmpty()
                || !Canonical.equal(
                        deployed.get().path("spec").path("template"),
                        config.path("spec").path("template"));
        if (followsConfig(config) && changed) {
            causes.addObject().put("type", "ConfigChange");
        }
        return causes;
    }

    private static List<String> lasts(ObjectNode config) {
        return ConfigTrigger.of(config).stream().map(ConfigTrigger::last).toList();
    }

    private static boolean followsConfig(JsonNode config) {
        return config.path("spec")
                .path("triggers")
                .valueStream()
                .anyMatch(each -> Json.at(each, "type").equals("ConfigChange"));
    }

    static ArrayNode manual() {
        ArrayNode causes = Json.array();
        causes.addObject().put("type", "Manual");
        return causes;
    }

    /**
     * Counts one more deployment, and says why. It is a new generation, as on OpenShift: what the status says is of the
     * deployment before until the controller has seen it.
     */
    static void advance(ObjectNode config, ArrayNode causes) {
        ObjectNode metadata = Json.child(config, "metadata");
        metadata.put("generation", metadata.path("generation").asLong(0) + 1);
        count(Json.child(config, "status"), causes);
    }

    static void count(ObjectNode status, ArrayNode causes) {
        status.put("latestVersion", status.path("latestVersion").asLong(0) + 1);
        ObjectNode details = Json.object();
        details.put("message", message(causes)).set("causes", causes.deepCopy());
        status.set("details", details);
    }

    private static String message(JsonNode causes) {
        return switch (Json.at(causes.path(0), "type")) {
            case "ConfigChange" -> "config change";
            case "ImageChange" -> "image change";
            default -> "manual change";
        };
    }
}
