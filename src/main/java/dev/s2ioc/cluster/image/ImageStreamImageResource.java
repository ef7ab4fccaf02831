package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Age;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Column;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.kind.Verb;
import dev.s2ioc.cluster.store.Json;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** An image in the history of a stream, by {@code stream@sha256:…}. */
public final class ImageStreamImageResource implements Resource {
    public static final Type TYPE =
            Type.namespaced(ImageStreamKind.GROUP, "v1", "imagestreamimages", "ImageStreamImage", "isimage");

    private final ImageStreams streams;

    ImageStreamImageResource(ImageStreams streams) {
        this.streams = streams;
    }

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public Set<Verb> verbs() {
        return EnumSet.of(Verb.get);
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.objectName(),
                Column.text(
                        "Updated",
                        "Last update time.",
                        (image, now) -> Age.ago(image.path("metadata").path("creationTimestamp"), now)),
                Column.text(
                                "Image Reference",
                                "dockerImageReference is the string that can be used to pull this image.",
                                (image, now) -> Json.at(image, "image", "dockerImageReference"))
                        .wide(),
                Column.text(
                                "Image Name",
                                "image associated with the ImageStream and image name.",
                                (image, now) -> Json.at(image, "image", "metadata", "name"))
                        .wide());
    }

    @Override
    public ObjectNode get(Call call, String name) {
        ImageName wanted = ImageName.parse(name);
        ObjectNode stream = streams.find(call.namespace(), wanted.stream())
                .orElseThrow(() -> StatusException.notFound(ImageStreamKind.TYPE, wanted.stream()));
        List<ObjectNode> events = TagHistory.events(stream).stream()
                .filter(event -> wanted.matches(Json.at(event, "image")))
                .toList();
        List<String> digests =
                events.stream().map(event -> Json.at(event, "image")).distinct().toList();
        if (digests.size() > 1) {
            throw StatusException.conflict(
                    TYPE,
                    name,
                    "multiple images match the prefix \"" + wanted.id() + "\": " + String.join(", ", digests));
        }
        return digests.stream()
                .findFirst()
                .flatMap(streams::image)
                .map(image -> compose(stream, events.getFirst(), image))
                .orElseThrow(() -> StatusException.notFound(TYPE, name));
    }

    private static ObjectNode compose(ObjectNode stream, ObjectNode event, ObjectNode image) {
        ObjectNode view = Json.object();
        view.put("kind", TYPE.kind()).put("apiVersion", TYPE.apiVersion());
        ObjectNode metadata = view.putObject("metadata");
        metadata.put("name", Json.at(stream, "metadata", "name") + "@" + Json.at(event, "image"));
        metadata.put("namespace", Json.at(stream, "metadata", "namespace"));
        metadata.set("uid", stream.path("metadata").get("uid"));
        metadata.set("resourceVersion", stream.path("metadata").get("resourceVersion"));
        metadata.set("creationTimestamp", image.path("metadata").get("creationTimestamp"));
        for (String field : new String[] {"labels", "annotations"}) {
            if (!stream.path("metadata").path(field).isEmpty()) {
                metadata.set(field, stream.path("metadata").get(field));
            }
        }
        image.remove("kind");
        image.remove("apiVersion");
        image.put("dockerImageReference", PullSpec.ofImage(stream, Json.at(event, "image")));
        view.set("image", image);
        return view;
    }
}
