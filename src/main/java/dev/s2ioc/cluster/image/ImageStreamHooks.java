package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Hooks;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.util.Optional;

/** Gives an image stream's changed tags their images, and its readers the addresses of its repository. */
final class ImageStreamHooks implements Hooks {
    private final Machinery machinery;
    private final Registries registries;
    private final TagImports imports;

    ImageStreamHooks(Machinery machinery, Registries registries, TagImports imports) {
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
            if (before.isEmpty() || SpecTag.differs(before.get(), spec)) {
                spec.put("generation", generation);
                findImage(stream, spec, generation);
            }
        }
    }

    /** A client that does not mention the generation does not mean to change it; a zero asks for the image anew. */
    private static void keepGeneration(JsonNode before, ObjectNode spec) {
        if (spec.path("generation").isNull() || spec.path("generation").isMissingNode()) {
            spec.set("generation", before.path("generation"));
        }
    }

    private void findImage(ObjectNode stream, ObjectNode spec, long generation) {
        String tag = Json.at(spec, "name");
        switch (Json.at(spec, "from", "kind")) {
            case "DockerImage" -> external(stream, spec, generation);
            case "ImageStreamTag" ->
                source(stream, spec)
                        .flatMap(source -> TagHistory.latest(
                                source, SpecTag.Source.of(stream, spec).item()))
                        .ifPresent(event -> adopt(stream, spec, event, Json.at(event, "created"), generation));
            case "ImageStreamImage" ->
                source(stream, spec)
                        .flatMap(source -> image(source, spec))
                        .ifPresent(event -> adopt(stream, spec, event, machinery.now(), generation));
            default -> {
                // A tag without a source only carries annotations; validation refuses unknown kinds.
            }
        }
        TagHistory.latest(stream, tag).ifPresent(event -> TagHistory.track(stream, tag, event));
    }

    private Optional<ObjectNode> source(ObjectNode stream, JsonNode spec) {
        SpecTag.Source source = SpecTag.Source.of(stream, spec);
        return source.isOf(stream)
                ? Optional.of(stream)
                : machinery.store().get(new Key(ImageStreamKind.TYPE.resource(), source.namespace(), source.stream()));
    }

    private static Optional<ObjectNode> image(JsonNode source, JsonNode spec) {
        ImageName wanted = new ImageName("", Json.at(spec, "from", "name").replaceFirst("^[^@]*@", ""));
        return TagHistory.events(source).stream()
                .filter(event -> wanted.matches(Json.at(event, "image")))
                .findFirst();
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
        imports.run(stream);
    }

    @Override
    public void afterUpdate(Call call, ObjectNode old, ObjectNode stream) {
        imports.run(stream);
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
