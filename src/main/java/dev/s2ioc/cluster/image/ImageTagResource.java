package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The tags of image streams, with what each shall be and all that it was. Writing one writes the stream's spec. */
public final class ImageTagResource implements Resource {
    public static final Type TYPE = Type.namespaced(ImageStreamKind.GROUP, "v1", "imagetags", "ImageTag", "itag");

    private final Kinds kinds;
    private final ImageStreams streams;

    ImageTagResource(Kinds kinds, ImageStreams streams) {
        this.kinds = kinds;
        this.streams = streams;
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
                        "Spec",
                        "spec is the spec tag associated with this image stream tag, and it may be null if only pushes"
                                + " have occurred to this image stream.",
                        (tag, now) -> ImageTagCells.of(tag, now).spec()),
                Column.text(
                        "Status",
                        "status is the status tag details associated with this image stream tag, and it may be null if"
                                + " no push or import has been performed.",
                        (tag, now) -> ImageTagCells.of(tag, now).status()),
                new Column(
                        "History",
                        "number",
                        "",
                        "Number of history entries",
                        0,
                        (tag, now) -> ImageTagCells.of(tag, now).history()),
                Column.text(
                        "Updated",
                        "Last updated at",
                        (tag, now) -> ImageTagCells.of(tag, now).updated()));
    }

    @Override
    public ObjectNode get(Call call, String name) {
        TagName tag = parse(name);
        ObjectNode stream = streams.find(call.namespace(), tag.stream())
                .orElseThrow(() -> StatusException.notFound(ImageStreamKind.TYPE, tag.stream()));
        return present(stream, tag).orElseThrow(() -> StatusException.notFound(TYPE, name));
    }

    private static TagName parse(String name) {
        try {
            return TagName.parse(name);
        } catch (StatusException e) {
            throw StatusException.badRequest("ImageTags must be retrieved with <name>:<tag>");
        }
    }

    private Optional<ObjectNode> present(JsonNode stream, TagName tag) {
        return Optional.of(withImage(compose(stream, tag.tag()), stream, tag.tag()))
                .filter(view -> view.hasNonNull("spec") || view.hasNonNull("status"));
    }

    private ObjectNode withImage(ObjectNode view, JsonNode stream, String tag) {
        TagHistory.latest(stream, tag)
                .ifPresent(event -> streams.image(Json.at(event, "image"))
                        .ifPresent(image -> view.set(
                                "image",
                                Look.bare(image.put("dockerImageReference", PullSpec.of(stream, tag, event))))));
        return view;
    }

    private static ObjectNode compose(JsonNode stream, String tag) {
        ObjectNode view = Json.object();
        view.put("kind", TYPE.kind()).put("apiVersion", TYPE.apiVersion());
        ObjectNode metadata =
                stream.path("metadata").isObject() ? ((ObjectNode) stream.get("metadata")).deepCopy() : Json.object();
        metadata.remove("managedFields");
        metadata.put("name", Json.at(metadata, "name") + ":" + tag);
        view.set("metadata", metadata);
        view.set(
                "spec",
                SpecTag.find(stream, tag).<JsonNode>map(ObjectNode::deepCopy).orElse(null));
        view.set(
                "status",
                TagHistory.entry(stream, tag)
                        .<JsonNode>map(ObjectNode::deepCopy)
                        .orElse(null));
        view.putNull("image");
        return view;
    }

    @Override
    public Listing list(Call call, Page page) {
        Listing found = kinds.resource(ImageStreamKind.TYPE.resource()).list(call, Page.ALL);
        List<ObjectNode> tags = new ArrayList<>();
        for (ObjectNode stream : found.items()) {
            Set<String> names = new TreeSet<>();
            stream.path("spec").path("tags").forEach(spec -> names.add(Json.at(spec, "name")));
            stream.path("status").path("tags").forEach(entry -> names.add(Json.at(entry, "tag")));
            names.forEach(name -> tags.add(compose(stream, name)));
        }
        return new Listing(tags, found.revision(), Optional.empty(), 0);
    }

    @Override
    public ObjectNode create(Call call, ObjectNode object) {
        String name = Json.at(object, "metadata", "name");
        TagName tag = parse(name);
        Causes causes = new Causes();
        if (!object.path("spec").isObject()) {
            causes.required("spec", "spec is a required field during creation");
        }
        validateSpec(tag, object.path("spec"), causes);
        refuse(tag, causes);
        Optional<ObjectNode> stream = streams.find(call.namespace(), tag.stream());
        if (stream.isPresent() && SpecTag.find(stream.get(), tag.tag()).isPresent()) {
            throw StatusException.alreadyExists(TYPE, name);
        }
        return write(call, tag, object).object();
    }

    private static void validateSpec(TagName tag, JsonNode spec, Causes causes) {
        if (spec.isObject()) {
            if (!Json.at(spec, "name").equals(tag.tag())) {
                causes.invalid("spec.name", Json.at(spec, "name"), "must match image tag name");
            }
            SpecTag.validate(SpecTag.withDefaults(spec.deepCopy()), "spec", causes);
        }
    }

    private static void refuse(TagName tag, Causes causes) {
        if (!causes.isEmpty()) {
            throw StatusException.invalid(TYPE, tag.toString(), causes);
        }
    }

    @Override
    public Written update(Call call, String name, UnaryOperator<ObjectNode> change) {
        TagName tag = parse(name);
        Optional<ObjectNode> stream = streams.find(call.namespace(), tag.stream());
        ObjectNode old = stream.map(found -> compose(found, tag.tag())).orElseGet(() -> {
            ObjectNode none = compose(Json.object(), tag.tag());
            Json.child(none, "metadata").put("name", name).put("namespace", call.namespace());
            return none;
        });
        ObjectNode wanted = change.apply(old.deepCopy());
        String revision = Json.at(wanted, "metadata", "resourceVersion");
        if (!revision.isEmpty()) {
            requireRevision(name, revision, Json.at(old, "metadata", "resourceVersion"));
        }
        requireOnlySpec(tag, old, wanted);
        return write(call, tag, wanted);
    }

    private static void requireRevision(String name, String wanted, String actual) {
        if (actual.isEmpty()) {
            throw StatusException.notFound(TYPE, name);
        }
        if (!wanted.equals(actual)) {
            throw StatusException.conflict(TYPE, name, "another caller has updated the resource version to " + actual);
        }
    }

    /** What a writer leaves out, it does not mean to change. */
    private static void requireOnlySpec(TagName tag, JsonNode old, JsonNode wanted) {
        Causes causes = new Causes();
        validateSpec(tag, wanted.path("spec"), causes);
        for (String field : List.of("labels", "annotations")) {
            JsonNode given = wanted.path("metadata").path(field);
            if (!given.isEmpty() && !given.equals(old.path("metadata").path(field))) {
                causes.invalid("metadata", "", "may not update fields other than spec");
            }
        }
        if (wanted.hasNonNull("status") && !wanted.get("status").equals(old.get("status"))) {
            causes.invalid("status", "", "may not update fields other than spec");
        }
        refuse(tag, causes);
    }

    private Written write(Call call, TagName tag, ObjectNode wanted) {
        Resource resource = kinds.resource(ImageStreamKind.TYPE.resource());
        Optional<ObjectNode> present = streams.find(call.namespace(), tag.stream());
        boolean isNew =
                present.flatMap(stream -> SpecTag.find(stream, tag.tag())).isEmpty();
        ObjectNode stream;
        if (present.isEmpty()) {
            stream = Json.object();
            stream.putObject("metadata").put("name", tag.stream());
            stream = resource.create(call, changed(stream, tag, wanted));
        } else {
            stream = resource.update(call, tag.stream(), old -> changed(old, tag, wanted))
                    .object();
        }
        // An import that the change caused is in the store only.
        ObjectNode written = call.dryRun()
                ? stream
                : streams.find(call.namespace(), tag.stream()).orElse(stream);
        return new Written(withImage(compose(written, tag.tag()), written, tag.tag()), isNew);
    }

    private static ObjectNode changed(ObjectNode stream, TagName tag, JsonNode wanted) {
        if (wanted.path("spec").isObject()) {
            SpecTag.set(stream, tag.tag(), wanted.get("spec").deepCopy());
        } else {
            SpecTag.remove(stream, tag.tag());
        }
        return stream;
    }

    @Override
    public Deleted delete(Call call, String name, DeleteOptions options) {
        ObjectNode last = get(call, name);
        TagName tag = parse(name);
        if (!call.dryRun() && !streams.untag(call.namespace(), tag.stream(), tag.tag())) {
            throw StatusException.notFound(TYPE, name);
        }
        return new Deleted(last, true);
    }
}
