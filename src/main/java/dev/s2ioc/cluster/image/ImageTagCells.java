package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.Age;
import dev.s2ioc.cluster.store.Json;
import java.time.Instant;

/**
 * The cells of an ImageTag's row.
 *
 * @param spec where its images come from, in a word
 * @param status what it is now, or why it is nothing new
 * @param history how many images it has had; null for none
 */
record ImageTagCells(String spec, String status, Integer history, String updated) {
    static ImageTagCells of(JsonNode tag, Instant now) {
        JsonNode spec = tag.path("spec");
        JsonNode status = tag.path("status");
        JsonNode event = status.path("items").path(0);
        int count = status.path("items").size();
        return new ImageTagCells(
                kind(spec, event), state(spec, event, status), count == 0 ? null : count, updated(event, status, now));
    }

    private static String kind(JsonNode spec, JsonNode event) {
        String kind = "";
        if (spec.path("from").isObject()) {
            boolean follows = Json.at(spec, "from", "kind").equals("ImageStreamTag")
                    && !Json.at(spec, "from", "name").contains(":");
            boolean scheduled = spec.path("importPolicy").path("scheduled").asBoolean();
            boolean reference = spec.path("reference").asBoolean();
            kind = follows ? "Track" : scheduled ? "Scheduled" : reference ? "Ref" : "Tag";
        }
        boolean hasImage = event.isObject() && !source(spec, event).isEmpty();
        if (hasImage && (kind.isEmpty() || !kind.equals("Track") && isNewer(event, spec))) {
            return "Push";
        }
        return kind;
    }

    /** Something was pushed onto the tag after it was set. */
    private static boolean isNewer(JsonNode event, JsonNode spec) {
        long wanted = spec.path("generation").asLong();
        return wanted > 0 && event.path("generation").asLong() > wanted;
    }

    private static String state(JsonNode spec, JsonNode event, JsonNode status) {
        for (JsonNode condition : status.path("conditions")) {
            if (Json.at(condition, "type").equals("ImportSuccess")
                    && Json.at(condition, "status").equals("False")) {
                return "ImportFailed (" + Json.at(condition, "reason") + ")";
            }
        }
        return isImporting(spec, event) ? "Importing" : source(spec, event);
    }

    private static boolean isImporting(JsonNode spec, JsonNode event) {
        long seen = event.path("generation").asLong();
        return seen > 0 && seen < spec.path("generation").asLong();
    }

    private static String source(JsonNode spec, JsonNode event) {
        if (!isImporting(spec, event) && !Json.at(event, "image").isEmpty()) {
            return "image/" + Json.at(event, "image");
        }
        String reference = Json.at(event, "dockerImageReference");
        if (!isImporting(spec, event) && !reference.isEmpty()) {
            return reference;
        }
        JsonNode from = spec.path("from");
        String name = Json.at(from, "name");
        String namespace = Json.at(from, "namespace");
        return switch (Json.at(from, "kind")) {
            case "DockerImage" -> name;
            case "ImageStreamImage" ->
                name.contains("@") ? "image/" + name.substring(name.indexOf('@') + 1) : "InvalidRefName";
            case "ImageStreamTag" -> namespace.isEmpty() ? "istag/" + name : "istag " + namespace + "/" + name;
            default -> "";
        };
    }

    private static String updated(JsonNode event, JsonNode status, Instant now) {
        JsonNode last = event.path("created");
        for (JsonNode condition : status.path("conditions")) {
            JsonNode time = condition.path("lastTransitionTime");
            if (time.asText("").compareTo(last.asText("")) > 0) {
                last = time;
            }
        }
        return last.isTextual() ? Age.ago(last, now) : "";
    }
}
