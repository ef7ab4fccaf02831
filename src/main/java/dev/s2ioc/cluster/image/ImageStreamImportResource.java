package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.Column;
import dev.s2ioc.cluster.kind.Kinds;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.kind.Verb;
import dev.s2ioc.cluster.store.Json;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A look at images of other registries, which may become tags of a stream; each image succeeds or fails on its own. */
public final class ImageStreamImportResource implements Resource {
    public static final Type TYPE =
            Type.namespaced(ImageStreamKind.GROUP, "v1", "imagestreamimports", "ImageStreamImport");

    private final Kinds kinds;
    private final ImageStreams streams;
    private final ImageImporter importer;

    ImageStreamImportResource(Kinds kinds, ImageStreams streams, ImageImporter importer) {
        this.kinds = kinds;
        this.streams = streams;
        this.importer = importer;
    }

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public Set<Verb> verbs() {
        return EnumSet.of(Verb.create);
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.objectName());
    }

    @Override
    public ObjectNode create(Call call, ObjectNode wanted) {
        validate(wanted);
        ObjectNode answer = wanted.deepCopy();
        answer.put("kind", TYPE.kind()).put("apiVersion", TYPE.apiVersion());
        ObjectNode status = answer.putObject("status");
        if (!wanted.path("spec").path("import").asBoolean() || call.dryRun()) {
            for (JsonNode image : wanted.path("spec").path("images")) {
                Json.items(status, "images").add(looked(image));
            }
            return answer;
        }
        String name = Json.at(wanted, "metadata", "name");
        writeTags(call, name, wanted);
        ObjectNode stream = kinds.resource(ImageStreamKind.TYPE.resource()).get(call, name);
        status.set("import", stream);
        for (JsonNode image : wanted.path("spec").path("images")) {
            Json.items(status, "images").add(imported(stream, tag(image)));
        }
        return answer;
    }

    private static void validate(ObjectNode wanted) {
        Causes causes = new Causes();
        if (wanted.path("spec").path("repository").isObject()) {
            causes.forbidden("spec.repository", "this cluster imports images, not whole repositories");
        }
        int index = 0;
        for (JsonNode image : wanted.path("spec").path("images")) {
            if (!Json.at(image, "from", "kind").equals("DockerImage")) {
                causes.notSupported(
                        "spec.images[" + index + "].from.kind", Json.at(image, "from", "kind"), List.of("DockerImage"));
            }
            index++;
        }
        if (!causes.isEmpty()) {
            throw StatusException.invalid(TYPE, Json.at(wanted, "metadata", "name"), causes);
        }
    }

    private ObjectNode looked(JsonNode image) {
        ObjectNode answer = Json.object();
        try {
            ObjectNode found = importer.read(Json.at(image, "from", "name"), image.path("importPolicy"));
            answer.set("status", success());
            answer.set("image", withoutKind(found));
        } catch (StatusException e) {
            answer.set("status", withoutKind(e.status()));
        }
        return answer.put("tag", tag(image));
    }

    private static String tag(JsonNode image) {
        String given = Json.at(image, "to", "name");
        if (!given.isEmpty()) {
            return given;
        }
        RemoteName name = RemoteName.parse(Json.at(image, "from", "name"));
        return name.isDigest() ? TagName.DEFAULT_TAG : name.reference();
    }

    /** Writes the tags that are to be imported; storing them imports them. */
    private void writeTags(Call call, String name, ObjectNode wanted) {
        Resource resource = kinds.resource(ImageStreamKind.TYPE.resource());
        if (streams.find(call.namespace(), name).isEmpty()) {
            ObjectNode stream = Json.object();
            stream.set("metadata", wanted.path("metadata").deepCopy());
            resource.create(call, withTags(stream, wanted));
        } else {
            resource.update(call, name, stream -> withTags(stream, wanted));
        }
    }

    private static ObjectNode withTags(ObjectNode stream, JsonNode wanted) {
        for (JsonNode image : wanted.path("spec").path("images")) {
            ObjectNode spec =
                    SpecTag.find(stream, tag(image)).map(ObjectNode::deepCopy).orElseGet(Json::object);
            spec.set("from", image.path("from").deepCopy());
            for (String policy : new String[] {"importPolicy", "referencePolicy"}) {
                if (image.path(policy).isObject()) {
                    spec.set(policy, image.get(policy).deepCopy());
                }
            }
            SpecTag.set(stream, tag(image), spec.put("generation", 0));
        }
        return stream;
    }

    private ObjectNode imported(JsonNode stream, String tag) {
        ObjectNode answer = Json.object();
        JsonNode failure = TagHistory.entry(stream, tag)
                .<JsonNode>map(entry -> entry.path("conditions").path(0))
                .orElse(Json.object());
        Optional<ObjectNode> image = TagHistory.latest(stream, tag)
                .filter(event -> !failure.has("reason"))
                .flatMap(event -> streams.image(Json.at(event, "image")));
        if (image.isPresent()) {
            answer.set("status", success());
            answer.set("image", withoutKind(image.get()));
        } else {
            answer.set("status", failed(failure));
        }
        return answer.put("tag", tag);
    }

    private static ObjectNode failed(JsonNode condition) {
        String reason = Json.at(condition, "reason");
        int code = reason.equals("NotFound") ? 404 : reason.equals("Unauthorized") ? 401 : 500;
        return withoutKind(
                StatusException.of(code, reason, Json.at(condition, "message")).status());
    }

    private static ObjectNode success() {
        ObjectNode status = Json.object();
        status.putObject("metadata");
        return status.put("status", "Success");
    }

    /** An object inside another one does not say its kind. */
    private static ObjectNode withoutKind(ObjectNode object) {
        object.remove(List.of("kind", "apiVersion"));
        return object;
    }
}
