package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.NamespaceKind;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import dev.s2ioc.cluster.store.StoreException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The image streams as other rooms use them: what a push does to them, and which image a reference means. */
public final class ImageStreams {
    private static final String STREAMS = ImageStreamKind.TYPE.resource();
    private static final String IMAGES = ImageKind.TYPE.resource();

    private final Machinery machinery;

    public ImageStreams(Machinery machinery) {
        this.machinery = machinery;
    }

    public Optional<ObjectNode> find(String namespace, String name) {
        return machinery.store().get(new Key(STREAMS, namespace, name));
    }

    public List<ObjectNode> all() {
        return machinery.store().list(STREAMS, "");
    }

    /** The Image object of a digest. */
    public Optional<ObjectNode> image(String digest) {
        return machinery.store().get(new Key(IMAGES, "", digest));
    }

    /** Refuses a push into a namespace that does not exist. */
    public void requireNamespace(String namespace) {
        if (machinery
                .store()
                .get(new Key(NamespaceKind.TYPE.resource(), "", namespace))
                .isEmpty()) {
            throw StatusException.notFound(NamespaceKind.TYPE, namespace);
        }
    }

    /** Takes note of a pushed image; with a tag it becomes the tag's newest, in a stream that is made if need be. */
    public void pushed(String namespace, String name, Optional<String> tag, PushedImage image) {
        requireNamespace(namespace);
        String reference = Registries.repository(namespace, name) + "@" + image.digest();
        remember(image.object(reference));
        tag.ifPresent(given -> {
            if (find(namespace, name).isEmpty()) {
                createStream(namespace, name);
            }
            tag(namespace, name, given, reference, image.digest());
        });
    }

    /** Keeps an Image object unless there is one of that digest. */
    void remember(ObjectNode image) {
        if (image(Json.at(image, "metadata", "name")).isPresent()) {
            return;
        }
        try {
            machinery.kinds().resource(IMAGES).create(Call.internal(""), image);
        } catch (StatusException e) {
            if (!e.reason().equals("AlreadyExists")) {
                throw e;
            }
        }
    }

    private void createStream(String namespace, String name) {
        ObjectNode stream = Json.object();
        stream.putObject("metadata").put("name", name);
        try {
            machinery.kinds().resource(STREAMS).create(Call.internal(namespace), stream);
        } catch (StatusException e) {
            if (!e.reason().equals("AlreadyExists")) {
                throw e;
            }
        }
    }

    /** Makes an image the newest of a tag and of the tags that follow it. */
    void tag(String namespace, String name, String tag, String reference, String digest) {
        String created = machinery.now();
        change(namespace, name, stream -> {
            long generation = stream.path("metadata").path("generation").asLong(1);
            ObjectNode event = TagHistory.event(created, reference, digest, generation);
            if (TagHistory.add(stream, tag, event)) {
                TagHistory.track(stream, tag, event);
            }
        });
    }

    /** The image that a tag means now, if it is known. */
    public Optional<String> digest(String namespace, String name, String tag) {
        return find(namespace, name)
                .flatMap(stream -> TagHistory.latest(stream, tag))
                .map(event -> Json.at(event, "image"))
                .filter(image -> !image.isEmpty());
    }

    /** The tags of a stream that mean an image. */
    public List<String> tags(JsonNode stream) {
        return stream.path("status")
                .path("tags")
                .valueStream()
                .map(entry -> Json.at(entry, "tag"))
                .filter(tag -> TagHistory.latest(stream, tag)
                        .filter(event -> !Json.at(event, "image").isEmpty())
                        .isPresent())
                .toList();
    }

    /** Whether a stream's history has the image, on its own or in a list. */
    public boolean holds(String namespace, String name, String digest) {
        return find(namespace, name).stream()
                .flatMap(stream -> TagHistory.events(stream).stream())
                .map(event -> Json.at(event, "image"))
                .distinct()
                .anyMatch(image -> image.equals(digest) || isMember(image, digest));
    }

    private boolean isMember(String list, String digest) {
        return image(list).stream()
                .flatMap(image -> image.path("dockerImageManifests").valueStream())
                .anyMatch(member -> Json.at(member, "digest").equals(digest));
    }

    /** Removes a tag, what it shall be and what it was; false when it is neither. */
    public boolean untag(String namespace, String name, String tag) {
        boolean[] found = {false};
        change(namespace, name, stream -> {
            boolean wanted = SpecTag.remove(stream, tag);
            found[0] = TagHistory.remove(stream, tag) | wanted;
            if (wanted) {
                ObjectNode metadata = Json.child(stream, "metadata");
                metadata.put("generation", metadata.path("generation").asLong() + 1);
            }
        });
        return found[0];
    }

    /** Removes an image from the history of every tag of a stream. */
    public void forget(String namespace, String name, String digest) {
        change(namespace, name, stream -> TagHistory.forget(stream, digest));
    }

    private void change(String namespace, String name, Consumer<ObjectNode> change) {
        try {
            machinery.store().update(new Key(STREAMS, namespace, name), stream -> {
                change.accept(stream);
                return stream;
            });
        } catch (StoreException e) {
            throw StatusException.of(e, ImageStreamKind.TYPE, name);
        }
    }

    /**
     * The image that a pod's short name means when it is a stream's: of a stream that allows it, or of any when the pod asks for
     * that. Empty for names of other images.
     */
    public Optional<String> lookup(String name, String namespace, boolean anyStream) {
        return new Resolution(this, "DockerImage", name, namespace).local(anyStream);
    }

    /**
     * What a builder pulls for a reference of a build: the image by digest for a stream's tag or image, and the name itself
     * for a DockerImage. Refuses what cannot be resolved, in the words of the build API.
     */
    public String resolve(String kind, String name, String namespace) {
        return new Resolution(this, kind, name, namespace).reference();
    }
}
