package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.Optional;

/** An ImageStreamTag: nothing of its own, but what a stream and an image say together. */
final class ImageStreamTagView {
    private final ImageStreams streams;

    ImageStreamTagView(ImageStreams streams) {
        this.streams = streams;
    }

    /** With the whole image; empty for a tag without one. Of an image that was deleted only the name is left. */
    Optional<ObjectNode> full(JsonNode stream, String tag) {
        return event(stream, tag)
                .map(event -> compose(
                        stream,
                        tag,
                        event,
                        streams.image(Json.at(event, "image")).orElseGet(() -> briefImage(event))));
    }

    /** With the image's name and reference only. */
    Optional<ObjectNode> brief(JsonNode stream, String tag) {
        return event(stream, tag).map(event -> compose(stream, tag, event, briefImage(event)));
    }

    private static Optional<ObjectNode> event(JsonNode stream, String tag) {
        return TagHistory.latest(stream, tag)
                .filter(event -> !Json.at(event, "image").isEmpty());
    }

    /** What can be said of a tag that has no image (yet). */
    ObjectNode withoutImage(JsonNode stream, String tag) {
        ObjectNode image = Json.object();
        image.putObject("metadata").putNull("creationTimestamp");
        image.putNull("dockerImageMetadata");
        return compose(stream, tag, Json.object(), image);
    }

    private static ObjectNode briefImage(JsonNode event) {
        ObjectNode image = Json.object();
        image.putObject("metadata").put("name", Json.at(event, "image")).putNull("creationTimestamp");
        image.put("dockerImageReference", "");
        image.set("dockerImageMetadata", PushedImage.emptyMetadata());
        return image.put("dockerImageMetadataVersion", "1.0");
    }

    private static ObjectNode compose(JsonNode stream, String tag, JsonNode event, ObjectNode image) {
        Optional<ObjectNode> spec = SpecTag.find(stream, tag);
        ObjectNode view = Json.object();
        view.put("kind", ImageStreamTagResource.TYPE.kind())
                .put("apiVersion", ImageStreamTagResource.TYPE.apiVersion());
        view.set("metadata", metadata(stream, tag, event, spec));
        view.set("tag", spec.<JsonNode>map(found -> found).orElse(null));
        view.put("generation", event.path("generation").asLong(0));
        view.set("lookupPolicy", stream.path("spec").path("lookupPolicy").deepCopy());
        TagHistory.entry(stream, tag)
                .map(entry -> entry.path("conditions"))
                .filter(conditions -> !conditions.isEmpty())
                .ifPresent(conditions -> view.set("conditions", conditions));
        view.set("image", imageOf(stream, tag, event, image));
        return view;
    }

    private static ObjectNode metadata(JsonNode stream, String tag, JsonNode event, Optional<ObjectNode> spec) {
        JsonNode of = stream.path("metadata");
        ObjectNode metadata = Json.object();
        metadata.put("name", Json.at(of, "name") + ":" + tag);
        for (String field : new String[] {"namespace", "uid", "resourceVersion"}) {
            metadata.set(field, of.path(field).deepCopy());
        }
        metadata.set("creationTimestamp", event.has("created") ? event.get("created") : of.get("creationTimestamp"));
        if (!of.path("labels").isEmpty()) {
            metadata.set("labels", of.get("labels").deepCopy());
        }
        spec.map(found -> found.path("annotations"))
                .filter(annotations -> !annotations.isEmpty())
                .ifPresent(annotations -> metadata.set("annotations", annotations.deepCopy()));
        return metadata;
    }

    /** The image, pulled from this stream; an image inside another object carries no kind. */
    private static ObjectNode imageOf(JsonNode stream, String tag, JsonNode event, ObjectNode image) {
        image.remove("kind");
        image.remove("apiVersion");
        if (event.has("dockerImageReference")) {
            image.put("dockerImageReference", PullSpec.of(stream, tag, event));
        }
        return image;
    }
}
