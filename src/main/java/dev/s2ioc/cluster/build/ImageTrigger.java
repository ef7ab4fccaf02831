package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.image.ImageStreams;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An image change trigger of a configuration.
 *
 * @param given what spec.triggers says
 * @param from the image stream tag that is looked at: the trigger's own, else the strategy's
 * @param namespace of the configuration
 */
record ImageTrigger(JsonNode given, JsonNode from, String namespace) {

    static List<ImageTrigger> of(JsonNode config) {
        List<ImageTrigger> all = new ArrayList<>();
        for (JsonNode trigger : config.path("spec").path("triggers")) {
            JsonNode change = trigger.path("imageChange");
            JsonNode from = change.has("from") ? change.path("from") : strategyFrom(config.path("spec"));
            if (Json.at(trigger, "type").equals("ImageChange")
                    && Json.at(from, "kind").equals("ImageStreamTag")
                    && !Json.at(from, "name").isEmpty()) {
                all.add(new ImageTrigger(change, from, Json.at(config, "metadata", "namespace")));
            }
        }
        return all;
    }

    /** What a build or its configuration starts from; an empty object when that is not said. */
    static JsonNode strategyFrom(JsonNode spec) {
        for (JsonNode member : spec.path("strategy")) {
            if (member.path("from").has("name")) {
                return member.path("from");
            }
        }
        return Json.object();
    }

    boolean isPaused() {
        return given.path("paused").asBoolean();
    }

    /** Whether it looks at the strategy's own image. */
    boolean isOfStrategy() {
        return !given.has("from");
    }

    boolean looksAt(String streamNamespace, String stream) {
        String name = Json.at(from, "name");
        int colon = name.indexOf(':');
        return stream.equals(colon < 0 ? name : name.substring(0, colon)) && streamNamespace.equals(where(from));
    }

    private String where(JsonNode reference) {
        String own = Json.at(reference, "namespace");
        return own.isEmpty() ? namespace : own;
    }

    /** The image that the tag means now. */
    Optional<String> latest(ImageStreams streams) {
        try {
            return Optional.of(streams.resolve("ImageStreamTag", Json.at(from, "name"), where(from)));
        } catch (StatusException e) {
            // There is no such image yet; when there is one, the stream has changed and we are asked again.
            return Optional.empty();
        }
    }

    /** What the configuration's status says of this trigger. */
    Optional<JsonNode> noted(JsonNode config) {
        for (JsonNode entry : config.path("status").path("imageChangeTriggers")) {
            JsonNode reference = entry.path("from");
            if (Json.at(reference, "name").equals(Json.at(from, "name"))
                    && where(reference).equals(where(from))) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** Whether an image is new to the configuration; older clients wrote the last one into its spec. */
    boolean isNew(String image, JsonNode config) {
        String last = noted(config)
                .map(entry -> Json.at(entry, "lastTriggeredImageID"))
                .orElse("");
        return !image.equals(last) && !image.equals(Json.at(given, "lastTriggeredImageID"));
    }

    /** An entry for the configuration's status. */
    ObjectNode note(String image, String now) {
        ObjectNode entry = Json.object().put("lastTriggeredImageID", image);
        ObjectNode reference = entry.putObject("from");
        if (from.has("namespace")) {
            reference.set("namespace", from.get("namespace"));
        }
        reference.put("name", Json.at(from, "name"));
        return entry.put("lastTriggerTime", now);
    }

    /** Why a build is made for it. */
    ObjectNode cause(String image) {
        ObjectNode cause = Json.object().put("message", "Image change");
        cause.putObject("imageChangeBuild").put("imageID", image).set("fromRef", from.deepCopy());
        return cause;
    }
}
