package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.Hooks;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.util.List;
import java.util.Optional;

/** Gives an image stream's changed tags their images, and its readers the addresses of its repository. */
final class ImageStreamHooks implements Hooks {
    private final Machinery machinery;
    private final Registries registries;
    private final Imports imports;

    ImageStreamHooks(Machinery machinery, Registries registries, Imports imports) {
        this.machinery = machinery;
        this.registries = registries;
        this.imports = imports;
    }

    @Override
    public void beforeCreate(Call call, ObjectNode stream) {
        findImages(Json.object(), stream, 1);
    }

    @Override
    public void beforeUpdate(Call call, ObjectNode old, ObjectNode stream) {
        findImages(old, stream, old.path("metadata").path("generation").asLong() + 1);
    }

    private void findImages(JsonNode old, ObjectNode stream, long generation) {
        for (JsonNode node : stream.path("spec").path("tags")) {
            ObjectNode spec = (ObjectNode) node;
            Optional<ObjectNode> before = SpecTag.find(old, Json.at(spec, "name"));
            if (before.isPresent()) {
                keepGeneration(before.get(), spec);
            }
            if (before.isEmpty() || SpecTag.differs(stream, before.get(), spec)) {
                spec.put("generation", generation);
                findImage(stream, spec, generation);
            }
        }
    }

    /** A client may ask for the image anew, by zero; any other number is the server's. */
    private static void keepGeneration(JsonNode before, ObjectNode spec) {
        boolean asksAnew =
                spec.path("generation").isNumber() && spec.path("generation").asLong() == 0;
        if (!asksAnew && before.has("generation")) {
            spec.set("generation", before.path("generation"));
        }
    }

    private void findImage(ObjectNode stream, ObjectNode spec, long generation) {
        String tag = Json.at(spec, "name");
        switch (Json.at(spec, "from", "kind")) {
            case "DockerImage" -> external(stream, spec, generation);
            case "ImageStreamTag" ->
                TagHistory.latest(
                                source(stream, spec),
                                SpecTag.Source.of(stream, spec).item())
                        .ifPresent(event -> adopt(stream, spec, event, Json.at(event, "created"), generation));
            case "ImageStreamImage" ->
                image(stream, source(stream, spec), spec)
                        .ifPresent(event -> adopt(stream, spec, event, machinery.now(), generation));
            default -> {
                // A tag without a source only carries annotations; validation refuses unknown kinds.
            }
        }
        TagHistory.latest(stream, tag).ifPresent(event -> TagHistory.track(stream, tag, event));
    }

    private ObjectNode source(ObjectNode stream, JsonNode spec) {
        SpecTag.Source source = SpecTag.Source.of(stream, spec);
        return source.isOf(stream)
                ? stream
                : machinery
                        .store()
                        .get(new Key(ImageStreamKind.TYPE.resource(), source.namespace(), source.stream()))
                        .orElseThrow(() ->
                                refused(stream, new Causes().notFound(fromName(spec), Json.at(spec, "from", "name"))));
    }

    private static Optional<ObjectNode> image(ObjectNode stream, JsonNode source, JsonNode spec) {
        ImageName wanted = new ImageName("", Json.at(spec, "from", "name").replaceFirst("^[^@]*@", ""));
        List<ObjectNode> events = TagHistory.events(source).stream()
                .filter(event -> wanted.matches(Json.at(event, "image")))
                .toList();
        List<String> images =
                events.stream().map(event -> Json.at(event, "image")).distinct().toList();
        if (images.size() != 1) {
            String why = images.isEmpty()
                    ? "imagestreamimage.image.openshift.io \"" + wanted.id() + "\" not found"
                    : "Operation cannot be fulfilled on imagestreamimage.image.openshift.io \"" + wanted.id()
                            + "\": multiple images match the prefix \"" + wanted.id() + "\": "
                            + String.join(", ", images);
            throw refused(
                    stream,
                    new Causes()
                            .invalid(
                                    fromName(spec),
                                    Json.at(spec, "from", "name"),
                                    "error generating tag event: " + why));
        }
        return Optional.of(events.getFirst());
    }

    private static String fromName(JsonNode spec) {
        return "spec.tags[" + Json.at(spec, "name") + "].from.name";
    }

    /** OpenShift looks for the sources of tags during validation, and reports one refusal inside another. */
    private static StatusException refused(JsonNode stream, Causes causes) {
        String name = Json.at(stream, "metadata", "name");
        StatusException inner = StatusException.invalid(ImageStreamKind.TYPE, name, causes);
        String why = inner.getMessage().replaceFirst("^\\S+", "imagestreams");
        return StatusException.invalid(ImageStreamKind.TYPE, name, new Causes().internal("[]", why));
    }

    /** An image of another stream of ours is pulled from this stream from now on. */
    private void adopt(ObjectNode stream, JsonNode spec, JsonNode event, String created, long generation) {
        SpecTag.Source source = SpecTag.Source.of(stream, spec);
        String theirs = Registries.repository(source.namespace(), source.stream()) + "@";
        String reference = Json.at(event, "dockerImageReference");
        if (reference.startsWith(theirs) && !spec.path("reference").asBoolean()) {
            JsonNode metadata = stream.path("metadata");
            reference = Registries.repository(Json.at(metadata, "namespace"), Json.at(metadata, "name")) + "@"
                    + reference.substring(theirs.length());
        }
        TagHistory.add(
                stream,
                Json.at(spec, "name"),
                TagHistory.event(created, reference, Json.at(event, "image"), generation));
    }

    /** What only is a reference is not looked at; the others are imported when the stream has been stored. */
    private void external(ObjectNode stream, JsonNode spec, long generation) {
        if (spec.path("reference").asBoolean()) {
            String reference = Json.at(spec, "from", "name");
            TagHistory.add(stream, Json.at(spec, "name"), TagHistory.event(machinery.now(), reference, "", generation));
        }
    }

    @Override
    public void afterCreate(Call call, ObjectNode stream) {
        imports.changed(stream);
    }

    @Override
    public void afterUpdate(Call call, ObjectNode old, ObjectNode stream) {
        imports.changed(stream);
    }

    @Override
    public void show(ObjectNode stream) {
        String namespace = Json.at(stream, "metadata", "namespace");
        String name = Json.at(stream, "metadata", "name");
        ObjectNode kept = Json.child(stream, "status");
        ObjectNode status = Json.object();
        status.put("dockerImageRepository", Registries.repository(namespace, name));
        status.put("publicDockerImageRepository", registries.publicRepository(namespace, name));
        if (!kept.path("tags").isEmpty()) {
            status.set("tags", kept.get("tags"));
        }
        stream.set("status", status);
    }
}
