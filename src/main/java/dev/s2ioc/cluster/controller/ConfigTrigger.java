package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.image.ImageStreams;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.Optional;

/**
 * A tag of an image stream that a deployment configuration follows.
 *
 * @param config the configuration, which is changed when the trigger is pulled
 * @param parameters the trigger's part of it
 */
record ConfigTrigger(ObjectNode config, ObjectNode parameters) {
    static final String LAST = "lastTriggeredImage";

    static List<ConfigTrigger> of(ObjectNode config) {
        return config.path("spec")
                .path("triggers")
                .valueStream()
                .filter(each -> Json.at(each, "type").equals("ImageChange"))
                .map(each -> each.path("imageChangeParams"))
                .filter(ObjectNode.class::isInstance)
                .map(each -> new ConfigTrigger(config, (ObjectNode) each))
                .toList();
    }

    boolean isAutomatic() {
        return parameters.path("automatic").asBoolean();
    }

    String last() {
        return Json.at(parameters, LAST);
    }

    JsonNode from() {
        return parameters.path("from");
    }

    String namespace() {
        String namespace = Json.at(from(), "namespace");
        return namespace.isEmpty() ? Json.at(config, "metadata", "namespace") : namespace;
    }

    private String tag() {
        String name = Json.at(from(), "name");
        return name.contains(":") ? name : name + ":latest";
    }

    boolean looksAt(String inNamespace, String stream) {
        return namespace().equals(inNamespace) && tag().startsWith(stream + ":");
    }

    /** Gives the containers the tag's image; whether that is another one now. */
    boolean pull(ImageStreams streams) {
        Optional<String> image = image(streams);
        if (image.isEmpty() || image.get().equals(last())) {
            return false;
        }
        for (JsonNode name : parameters.path("containerNames")) {
            for (String list : List.of("initContainers", "containers")) {
                PodTemplate.in(config)
                        .path("spec")
                        .path(list)
                        .valueStream()
                        .filter(each -> Json.at(each, "name").equals(name.asText()))
                        .forEach(each -> ((ObjectNode) each).put("image", image.get()));
            }
        }
        parameters.put(LAST, image.get());
        return true;
    }

    private Optional<String> image(ImageStreams streams) {
        try {
            return Optional.of(streams.resolve("ImageStreamTag", tag(), namespace()));
        } catch (StatusException e) {
            // There is no such image yet; when there is one, the stream has changed and we are asked again.
            return Optional.empty();
        }
    }

    /** The trigger as the reason of a deployment. */
    ObjectNode cause() {
        ObjectNode cause = Json.object().put("type", "ImageChange");
        cause.putObject("imageTrigger").set("from", from().deepCopy());
        return cause;
    }
}
