package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.KnownTypes;
import java.util.Optional;

/** The image streams and tags that new builds need. */
final class ImageStreams {
    private ImageStreams() {}

    /** An image stream without tags: the build's push will make the first. */
    static PlannedObject empty(NewObject identity) {
        return stream(identity, Optional.empty());
    }

    /** What makes the tag follow its image: a stream, or a tag in a stream that is there. */
    static PlannedObject tracking(NewObject identity, TrackingTag tag) {
        if (tag.state() == TrackingTag.State.NEW_STREAM) {
            return stream(identity.named(tag.stream()), Optional.of(tag));
        }
        ObjectNode body = identity.named(tag.streamTag()).body("ImageStreamTag", "image.openshift.io/v1");
        body.set("tag", tag.specTag());
        body.put("generation", 0);
        body.putObject("lookupPolicy").put("local", false);
        ObjectNode image = body.putObject("image");
        image.putObject("metadata");
        image.putNull("dockerImageMetadata");
        return new PlannedObject(KnownTypes.IMAGE_STREAM_TAG, body);
    }

    private static PlannedObject stream(NewObject identity, Optional<TrackingTag> tag) {
        ObjectNode body = identity.body("ImageStream", "image.openshift.io/v1");
        ObjectNode spec = body.putObject("spec");
        spec.set("lookupPolicy", Json.object().put("local", false));
        tag.ifPresent(t -> spec.putArray("tags").add(t.specTag()));
        body.putObject("status").put("dockerImageRepository", "");
        return new PlannedObject(KnownTypes.IMAGE_STREAM, body);
    }
}
