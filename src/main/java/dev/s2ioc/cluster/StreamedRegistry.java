package dev.s2ioc.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.image.ImageStreams;
import dev.s2ioc.cluster.image.PullThrough;
import dev.s2ioc.cluster.image.PushedImage;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.DeleteOptions;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.registry.Guard;
import dev.s2ioc.cluster.registry.Push;
import dev.s2ioc.cluster.registry.RegistryException;
import dev.s2ioc.cluster.registry.Streams;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Lets the registry look at the image streams: repository {@code demo/app} is stream {@code app} of namespace {@code demo}. */
final class StreamedRegistry implements Streams {
    private static final String IMAGES = "images.image.openshift.io";
    private static final String MANAGED = "openshift.io/image.managed";

    private final ImageStreams streams;
    private final PullThrough imported;
    private final Machinery machinery;
    private final Guard guard;

    StreamedRegistry(ImageStreams streams, PullThrough imported, Machinery machinery, Guard guard) {
        this.streams = streams;
        this.imported = imported;
        this.machinery = machinery;
        this.guard = guard;
    }

    @Override
    public Optional<Content> manifest(String repository, String digest) throws IOException {
        return imported.manifest(namespace(repository), name(repository), digest)
                .map(found -> new Content(found.mediaType(), found.body()));
    }

    @Override
    public Optional<Content> blob(String repository, String digest) throws IOException {
        return imported.blob(namespace(repository), name(repository), digest)
                .map(found -> new Content(found.mediaType(), found.body()));
    }

    @Override
    public Guard guard() {
        return guard;
    }

    @Override
    public void admit(String repository) {
        if (repository.split("/").length != 2) {
            throw new RegistryException(
                    400,
                    "NAME_INVALID",
                    "\"" + repository + "\" does not name a project and an image stream, as in project/name");
        }
        String namespace = namespace(repository);
        try {
            streams.requireNamespace(namespace);
        } catch (StatusException e) {
            throw new RegistryException(
                    404, "NAME_UNKNOWN", "there is no project \"" + namespace + "\" to push " + repository + " into");
        }
    }

    @Override
    public void pushed(Push push) {
        answering(() -> {
            streams.pushed(
                    namespace(push.repository()),
                    name(push.repository()),
                    push.tag(),
                    new PushedImage(push.digest(), push.mediaType(), push.manifest(), push.config()));
            return true;
        });
    }

    @Override
    public Optional<String> digest(String repository, String tag) {
        return streams.digest(namespace(repository), name(repository), tag);
    }

    @Override
    public boolean holds(String repository, String digest) {
        return streams.holds(namespace(repository), name(repository), digest);
    }

    @Override
    public Optional<List<String>> tags(String repository) {
        return streams.find(namespace(repository), name(repository)).map(streams::tags);
    }

    @Override
    public List<String> repositories() {
        Function<JsonNode, String> repository =
                stream -> Json.at(stream, "metadata", "namespace") + "/" + Json.at(stream, "metadata", "name");
        return streams.all().stream().map(repository).toList();
    }

    @Override
    public boolean untag(String repository, String tag) {
        return tags(repository).isPresent()
                && answering(() -> streams.untag(namespace(repository), name(repository), tag));
    }

    @Override
    public void forget(String repository, String digest) {
        if (tags(repository).isPresent()) {
            answering(() -> {
                streams.forget(namespace(repository), name(repository), digest);
                return true;
            });
        }
    }

    @Override
    public Set<String> referenced() {
        return new UsedImages(machinery.store()).digests();
    }

    @Override
    public Set<String> pushedImages() {
        return machinery.store().list(IMAGES, "").stream()
                .filter(image ->
                        image.path("metadata").path("annotations").path(MANAGED).asBoolean())
                .map(image -> Json.at(image, "metadata", "name"))
                .collect(Collectors.toSet());
    }

    @Override
    public void discard(String digest) {
        if (pushedHere(digest)) {
            answering(() ->
                    machinery.kinds().resource(IMAGES).delete(Call.internal(""), digest, DeleteOptions.BACKGROUND));
        }
    }

    private boolean pushedHere(String digest) {
        return machinery.store().get(new Key(IMAGES, "", digest)).stream()
                .anyMatch(image ->
                        image.path("metadata").path("annotations").path(MANAGED).asBoolean());
    }

    private static <T> T answering(Supplier<T> work) {
        try {
            return work.get();
        } catch (StatusException e) {
            String code = switch (e.code()) {
                case 404 -> "NAME_UNKNOWN";
                case 400, 422 -> "MANIFEST_INVALID";
                default -> "DENIED";
            };
            throw new RegistryException(e.code() == 422 ? 400 : e.code(), code, e.getMessage());
        }
    }

    private static String namespace(String repository) {
        int slash = repository.indexOf('/');
        return slash < 0 ? "" : repository.substring(0, slash);
    }

    private static String name(String repository) {
        return repository.substring(repository.indexOf('/') + 1);
    }
}
