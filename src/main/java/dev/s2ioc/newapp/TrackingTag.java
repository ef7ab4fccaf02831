package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;

/**
 * A tag of an image stream in the current project that follows an image of a registry.
 *
 * @param policy how the image is imported
 * @param state whether the stream or the tag is there already
 */
record TrackingTag(String stream, String tag, ImageReference image, ImportPolicy policy, State state) {
    enum State {
        /** Neither the stream nor the tag is there. */
        NEW_STREAM,
        /** The stream is there, the tag is not. */
        NEW_TAG,
        /** The tag is there and follows this very image. */
        PRESENT
    }

    String streamTag() {
        return stream + ":" + tag;
    }

    /** The entry of {@code spec.tags}. */
    ObjectNode specTag() {
        ObjectNode body = Json.object();
        body.put("name", tag);
        body.putObject("annotations").put("openshift.io/imported-from", image.text());
        body.putObject("from").put("kind", "DockerImage").put("name", image.text());
        body.putNull("generation");
        body.set("importPolicy", policy.toJson());
        body.putObject("referencePolicy").put("type", "");
        return body;
    }
}
