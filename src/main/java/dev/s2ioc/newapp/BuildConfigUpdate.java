package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Changes a build config to what a new one would say: its source, strategy, output and triggers. The rest stays. */
final class BuildConfigUpdate {
    private static final Set<String> OF_SOURCE = Set.of("ConfigChange", "ImageChange");

    private BuildConfigUpdate() {}

    static PlannedObject of(PlannedObject planned, JsonNode stored) {
        ObjectNode body = stored.deepCopy();
        ObjectNode spec = body.withObject("/spec");
        JsonNode wanted = planned.body().path("spec");
        spec.set("source", wanted.path("source"));
        spec.set("strategy", strategy(spec.path("strategy"), wanted.path("strategy")));
        spec.set("output", wanted.path("output"));
        spec.set("triggers", triggers(spec.path("triggers"), wanted.path("triggers")));
        planned.body()
                .path("metadata")
                .path("labels")
                .properties()
                .forEach(label -> body.withObject("/metadata/labels").set(label.getKey(), label.getValue()));
        return new PlannedObject(planned.type(), body, body.equals(stored) ? Deed.KEEP : Deed.UPDATE);
    }

    /** Settings that only editing can make, as a timeout or incremental builds, survive in the same strategy. */
    private static JsonNode strategy(JsonNode stored, JsonNode wanted) {
        if (!stored.path("type").equals(wanted.path("type"))) {
            return wanted;
        }
        ObjectNode merged = stored.deepCopy();
        wanted.properties().forEach(field -> {
            if (field.getValue().isObject()) {
                merged.withObject("/" + field.getKey()).setAll((ObjectNode) field.getValue());
            }
        });
        return merged;
    }

    /** Webhooks keep their secrets, since others call them; the new source decides what else starts builds. */
    private static ArrayNode triggers(JsonNode stored, JsonNode wanted) {
        List<JsonNode> before = new ArrayList<>();
        stored.forEach(before::add);
        ArrayNode merged = Json.array();
        for (JsonNode trigger : wanted) {
            JsonNode same = before.stream()
                    .filter(other -> isSame(other, trigger))
                    .findFirst()
                    .orElse(trigger);
            before.remove(same);
            merged.add(same);
        }
        before.stream()
                .filter(trigger -> !OF_SOURCE.contains(trigger.path("type").asText()))
                .forEach(merged::add);
        return merged;
    }

    private static boolean isSame(JsonNode one, JsonNode other) {
        return one.path("type").equals(other.path("type"))
                && one.path("imageChange")
                        .path("from")
                        .equals(other.path("imageChange").path("from"));
    }
}
