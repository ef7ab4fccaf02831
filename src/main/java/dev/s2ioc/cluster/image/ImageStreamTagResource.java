package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Age;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.Column;
import dev.s2ioc.cluster.kind.DeleteOptions;
import dev.s2ioc.cluster.kind.Kinds;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.kind.Verb;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Listing;
import dev.s2ioc.cluster.store.Page;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The tags of image streams, each as an object. Writing one writes the stream. */
public final class ImageStreamTagResource implements Resource {
    public static final Type TYPE =
            Type.namespaced(ImageStreamKind.GROUP, "v1", "imagestreamtags", "ImageStreamTag", "istag");

    private final Kinds kinds;
    private final ImageStreams streams;
    private final ImageStreamTagView view;

    ImageStreamTagResource(Kinds kinds, ImageStreams streams) {
        this.kinds = kinds;
        this.streams = streams;
        this.view = new ImageStreamTagView(streams);
    }

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public Set<Verb> verbs() {
        return EnumSet.of(Verb.create, Verb.delete, Verb.get, Verb.list, Verb.patch, Verb.update);
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.objectName(),
                Column.text(
                        "Image Reference",
                        "dockerImageReference is the string that can be used to pull this image.",
                        (tag, now) -> Json.at(tag, "image", "dockerImageReference")),
                Column.text(
                        "Updated",
                        "Last update time.",
                        (tag, now) -> Age.ago(tag.path("metadata").path("creationTimestamp"), now)),
                Column.text(
                                "Image Name",
                                "image associated with the ImageStream and tag.",
                                (tag, now) -> Json.at(tag, "image", "metadata", "name"))
                        .wide());
    }

    @Override
    public ObjectNode get(Call call, String name) {
        TagName tag = TagName.parse(name);
        return streams.find(call.namespace(), tag.stream())
                .flatMap(stream -> view.full(stream, tag.tag()))
                .orElseThrow(() -> StatusException.notFound(TYPE, name));
    }

    @Override
    public Listing list(Call call, Page page) {
        Listing found = kinds.resource(ImageStreamKind.TYPE.resource()).list(call, Page.ALL);
        List<ObjectNode> tags = new ArrayList<>();
        for (ObjectNode stream : found.items()) {
            for (JsonNode entry : stream.path("status").path("tags")) {
                view.brief(stream, Json.at(entry, "tag")).ifPresent(tags::add);
            }
        }
        return new Listing(tags, found.revision(), Optional.empty(), 0);
    }

    @Override
    public ObjectNode create(Call call, ObjectNode object) {
        String name = Json.at(object, "metadata", "name");
        TagName tag = TagName.parse(name);
        Optional<ObjectNode> stream = streams.find(call.namespace(), tag.stream());
        if (stream.isPresent() && SpecTag.find(stream.get(), tag.tag()).isPresent()) {
            throw StatusException.alreadyExists(TYPE, name);
        }
        return write(call, tag, object).object();
    }

    @Override
    public Written update(Call call, String name, UnaryOperator<ObjectNode> change) {
        TagName tag = TagName.parse(name);
        Optional<ObjectNode> stream = streams.find(call.namespace(), tag.stream());
        ObjectNode present = stream.map(found -> present(found, tag.tag())).orElseGet(() -> absent(call, name));
        ObjectNode wanted = change.apply(present);
        requireMatch(wanted, name);
        String revision = Json.at(wanted, "metadata", "resourceVersion");
        String actual = stream.map(found -> Json.at(found, "metadata", "resourceVersion"))
                .orElse("");
        if (!revision.isEmpty() && !revision.equals(actual)) {
            throw StatusException.conflict(TYPE, name);
        }
        return write(call, tag, wanted);
    }

    private ObjectNode present(ObjectNode stream, String tag) {
        return view.full(stream, tag).orElseGet(() -> view.withoutImage(stream, tag));
    }

    private static ObjectNode absent(Call call, String name) {
        ObjectNode tag = Json.object();
        tag.put("kind", TYPE.kind()).put("apiVersion", TYPE.apiVersion());
        tag.putObject("metadata").put("name", name).put("namespace", call.namespace());
        return tag;
    }

    private static void requireMatch(ObjectNode wanted, String name) {
        String found = Json.at(wanted, "metadata", "name");
        if (!found.isEmpty() && !found.equals(name)) {
            throw StatusException.badRequest(
                    "the name of the object (" + found + ") does not match the name on the URL (" + name + ")");
        }
    }

    private Written write(Call call, TagName tag, ObjectNode wanted) {
        requireSource(tag, wanted);
        Resource resource = kinds.resource(ImageStreamKind.TYPE.resource());
        boolean created = streams.find(call.namespace(), tag.stream()).isEmpty();
        ObjectNode written = created
                ? resource.create(call, changed(newStream(tag), tag, wanted))
                : resource.update(call, tag.stream(), old -> changed(old, tag, wanted))
                        .object();
        // An import that the change caused is in the store only.
        ObjectNode stream = call.dryRun()
                ? written
                : streams.find(call.namespace(), tag.stream()).orElse(written);
        return new Written(present(stream, tag.tag()), created);
    }

    private static void requireSource(TagName tag, ObjectNode wanted) {
        Causes causes = new Causes();
        if (wanted.path("tag").isObject()) {
            SpecTag.validate(
                    SpecTag.withDefaults(((ObjectNode) wanted.get("tag")).put("name", tag.tag())), "tag", causes);
        }
        if (!causes.isEmpty()) {
            throw StatusException.invalid(TYPE, tag.toString(), causes);
        }
    }

    private static ObjectNode newStream(TagName tag) {
        ObjectNode stream = Json.object();
        stream.putObject("metadata").put("name", tag.stream());
        return stream;
    }

    private static ObjectNode changed(ObjectNode stream, TagName tag, ObjectNode wanted) {
        JsonNode annotations = wanted.path("metadata").path("annotations");
        if (wanted.path("tag").isObject() || !annotations.isEmpty()) {
            ObjectNode spec = wanted.path("tag").isObject() ? wanted.get("tag").deepCopy() : Json.object();
            if (!annotations.isEmpty()) {
                spec.set("annotations", annotations.deepCopy());
            }
            SpecTag.set(stream, tag.tag(), spec);
        }
        if (wanted.path("lookupPolicy").isObject()) {
            Json.child(stream, "spec")
                    .set("lookupPolicy", wanted.get("lookupPolicy").deepCopy());
        }
        return stream;
    }

    @Override
    public Deleted delete(Call call, String name, DeleteOptions options) {
        TagName tag = TagName.parse(name);
        ObjectNode stream =
                streams.find(call.namespace(), tag.stream()).orElseThrow(() -> StatusException.notFound(TYPE, name));
        ObjectNode last = present(stream, tag.tag());
        boolean there = call.dryRun()
                ? SpecTag.find(stream, tag.tag()).isPresent()
                        || TagHistory.entry(stream, tag.tag()).isPresent()
                : streams.untag(call.namespace(), tag.stream(), tag.tag());
        if (!there) {
            throw StatusException.notFound(TYPE, name);
        }
        return new Deleted(last, true);
    }
}
