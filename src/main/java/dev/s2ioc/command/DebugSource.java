package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Builds;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Resources;
import dev.s2ioc.client.Session;

/**
 * What a debug pod is a copy of.
 *
 * @param name of the object that was named
 * @param template its pod's metadata and spec
 */
record DebugSource(ResourceType type, String name, ObjectNode template) {

    /** The template that an object has for its pods. */
    static DebugSource of(Session session, ResourceType type, JsonNode object) {
        String name = Builds.name(object);
        JsonNode template = switch (type.kind()) {
            case "Pod" -> object;
            case "ImageStreamTag", "ImageStreamImage" -> image("container-00", reference(object));
            case "CronJob" -> object.at("/spec/jobTemplate/spec/template");
            case "DeploymentConfig" -> deployed(session, name, object);
            case "Node" ->
                throw new CommandFailure("cannot debug " + name
                        + ": s2ioc does not debug nodes, which takes a privileged pod; use 'oc debug node/" + name
                        + "'");
            default -> object.at("/spec/template");
        };
        if (template.path("spec").path("containers").isEmpty()) {
            throw new CommandFailure("cannot debug " + name + ": a " + type.kind() + " is not supported by debug");
        }
        ObjectNode copy = Json.object();
        copy.set("metadata", template.path("metadata").deepCopy());
        copy.set("spec", template.path("spec").deepCopy());
        return new DebugSource(type, name, copy);
    }

    /** A pod of nothing but an image. */
    static DebugSource ofImage(String image) {
        return new DebugSource(KnownTypes.POD, "image", image("debug", image));
    }

    /** The image that a stream's tag, written {@code NAMESPACE/NAME:TAG}, leads to. */
    static String imageOf(Session session, String stream) {
        String trouble = "unable to resolve a default pod image from image stream " + stream + ": ";
        int slash = stream.indexOf('/');
        if (slash < 1) {
            throw new CommandFailure(trouble + "expected namespace/name:tag");
        }
        try {
            Resources resources = session.resources().in(stream.substring(0, slash));
            return reference(resources.get(KnownTypes.IMAGE_STREAM_TAG, stream.substring(slash + 1)));
        } catch (ApiException e) {
            throw new CommandFailure(trouble + e.getMessage() + "; give --image", e);
        }
    }

    private static String reference(JsonNode tag) {
        return tag.at("/image/dockerImageReference").asText();
    }

    private static ObjectNode image(String container, String image) {
        ObjectNode template = Json.object();
        template.putObject("metadata");
        template.putObject("spec")
                .putArray("containers")
                .addObject()
                .put("name", container)
                .put("image", image);
        return template;
    }

    /** What a deployment config has deployed last has its images filled in; the config itself may not. */
    private static JsonNode deployed(Session session, String name, JsonNode config) {
        int version = config.at("/status/latestVersion").asInt(0);
        if (version > 0) {
            try {
                return session.resources()
                        .get(KnownTypes.REPLICATION_CONTROLLER, name + "-" + version)
                        .at("/spec/template");
            } catch (ApiException e) {
                if (!e.isNotFound()) {
                    throw e;
                }
            }
        }
        return config.at("/spec/template");
    }
}
