package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at the images of other registries that are asked for, all of them, and then writes a stream once. */
final class StreamImport {
    private static final int MOST_TAGS = 50;
    static final String CHECKED = "openshift.io/image.dockerRepositoryCheck";

    private final Machinery machinery;
    private final ImageStreams streams;
    private final ImageImporter importer;

    StreamImport(Machinery machinery, ImageStreams streams, ImageImporter importer) {
        this.machinery = machinery;
        this.streams = streams;
        this.importer = importer;
    }

    /** Looks, and imports if that is asked for. Answers the status of the request. */
    ObjectNode run(String namespace, ImportRequest request, boolean dryRun) {
        Optional<ObjectNode> present = streams.find(namespace, request.name());
        present.ifPresent(request::requireSame);
        if (present.isEmpty() && request.meansPresent()) {
            throw StatusException.notFound(ImageStreamKind.TYPE, request.name());
        }
        boolean keeps = request.imports() && !dryRun;
        ObjectNode status = Json.object();
        List<ImportedTag> imported = new ArrayList<>();
        images(namespace, request, present, keeps, status, imported);
        request.repository().ifPresent(repository -> repository(namespace, repository, keeps, status, imported));
        if (keeps) {
            status.set("import", write(namespace, request, imported));
        }
        return status;
    }

    private void images(
            String namespace,
            ImportRequest request,
            Optional<ObjectNode> stream,
            boolean keeps,
            ObjectNode status,
            List<ImportedTag> imported) {
        for (JsonNode image : request.images()) {
            Optional<String> target = ImportRequest.target(image);
            JsonNode annotations = stream.flatMap(found -> SpecTag.find(found, target.orElse("")))
                    .map(spec -> spec.path("annotations"))
                    .orElse(Json.object());
            String from = Json.at(image, "from", "name");
            RemoteName remote = RemoteName.parse(from);
            ImageSource source = new ImageSource(namespace, from, image.path("importPolicy"), annotations);
            Look look = Look.at(importer, remote.isDigest() ? "" : remote.reference(), source);
            if (keeps && target.isPresent()) {
                look = look.kept(streams);
            }
            Json.items(status, "images").add(look.json());
            if (target.isPresent()) {
                imported.add(new ImportedTag(target.get(), from, image, look, true));
            }
        }
    }

    private void repository(
            String namespace, JsonNode wanted, boolean keeps, ObjectNode status, List<ImportedTag> imported) {
        String from = Json.at(wanted, "from", "name");
        JsonNode policy = wanted.path("importPolicy");
        ObjectNode answer = status.putObject("repository");
        List<String> tags;
        try {
            tags = TagOrder.of(importer.tags(new ImageSource(namespace, from, policy, Json.object())));
        } catch (StatusException e) {
            answer.set("status", Look.bare(e.status()));
            return;
        }
        long failures = 0;
        for (String tag : tags.subList(0, Math.min(MOST_TAGS, tags.size()))) {
            ImageSource source = new ImageSource(namespace, from + ":" + tag, policy, Json.object());
            Look seen = Look.at(importer, tag, source);
            Look look = keeps ? seen.kept(streams) : seen;
            failures += look.failure().isPresent() ? 1 : 0;
            Json.items(answer, "images").add(look.json());
            imported.add(new ImportedTag(tag, from + ":" + tag, wanted, look, false));
        }
        tags.stream()
                .skip(MOST_TAGS)
                .forEach(tag -> Json.items(answer, "additionalTags").add(tag));
        answer.set("status", failures == 0 ? Look.success() : someFailed(failures));
    }

    private static ObjectNode someFailed(long failures) {
        ObjectNode status = Json.object();
        status.putObject("metadata");
        String which = failures == 1 ? "one" : Long.toString(failures);
        return status.put("status", "Failure")
                .put("message", which + " of the images from this repository failed to import")
                .put("reason", "ImportFailed");
    }

    private ObjectNode write(String namespace, ImportRequest request, List<ImportedTag> imported) {
        Resource resource = machinery.kinds().resource(ImageStreamKind.TYPE.resource());
        Call call = new Call(ImageStreamKind.IMPORTER, namespace, Map.of());
        if (streams.find(namespace, request.name()).isEmpty()) {
            ObjectNode stream = Json.object();
            stream.putObject("metadata").put("name", request.name()).put("namespace", namespace);
            return resource.create(call, changed(stream, imported));
        }
        return resource.update(call, request.name(), stream -> {
                    request.requireSame(stream);
                    return changed(stream, imported);
                })
                .object();
    }

    /** A stream that an import finds as it should be is not written, unless it was never looked at. */
    private ObjectNode changed(ObjectNode stream, List<ImportedTag> imported) {
        JsonNode before = stream.deepCopy();
        imported.forEach(tag -> tag.applyTo(stream, machinery.now()));
        boolean checked = !Json.at(stream, "metadata", "annotations", CHECKED).isEmpty();
        if (!checked || !stream.equals(before)) {
            Json.child(Json.child(stream, "metadata"), "annotations").put(CHECKED, machinery.now());
        }
        return stream;
    }
}
