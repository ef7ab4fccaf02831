package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;

/** The image change triggers of a configuration: a build that is made for any reason takes their images in. */
final class Triggers {
    private Triggers() {}

    /** Notes in the configuration's status which image the new build starts from. */
    static void note(ObjectNode config, JsonNode spec, String now) {
        String image = strategyFrom(spec);
        JsonNode from = strategyReference(config);
        ArrayNode noted = Json.array();
        for (JsonNode trigger : config.path("spec").path("triggers")) {
            JsonNode change = trigger.path("imageChange");
            if (Json.at(trigger, "type").equals("ImageChange") && !change.has("from") && !image.isEmpty()) {
                ObjectNode entry = noted.addObject().put("lastTriggeredImageID", image);
                ObjectNode reference = entry.putObject("from");
                if (from.has("namespace")) {
                    reference.set("namespace", from.get("namespace"));
                }
                reference.put("name", Json.at(from, "name"));
                entry.put("lastTriggerTime", now);
            }
        }
        if (!noted.isEmpty()) {
            Json.child(config, "status").set("imageChangeTriggers", noted);
        }
    }

    private static String strategyFrom(JsonNode spec) {
        for (JsonNode member : spec.path("strategy")) {
            if (member.path("from").has("name")) {
                return Json.at(member, "from", "name");
            }
        }
        return "";
    }

    private static JsonNode strategyReference(JsonNode config) {
        for (JsonNode member : config.path("spec").path("strategy")) {
            if (member.has("from")) {
                return member.path("from");
            }
        }
        return Json.object();
    }
}
