package dev.s2ioc.cluster.registry;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The image streams as the registry needs them. They alone know the tags, so that a tag pulled is the tag that
 * {@code get istag} shows; the registry keeps blobs and manifests.
 */
public interface Streams extends PushListener, Upstream {
    /** Throws a {@link RegistryException} when nothing may be pushed into this repository, before any byte is taken. */
    void admit(String repository);

    /** The digest that a tag stands for. */
    Optional<String> digest(String repository, String tag);

    /** Whether the stream refers to this image although it was pushed elsewhere, as a tag of another stream's image does. */
    boolean holds(String repository, String digest);

    /** The tags of a repository that can be pulled; empty when there is no such stream. */
    Optional<List<String>> tags(String repository);

    /** All repositories. */
    List<String> repositories();

    /** Forgets a tag; false when there is none. */
    boolean untag(String repository, String tag);

    /** Forgets an image in all tags of a repository. */
    void forget(String repository, String digest);

    /** The images that something in the cluster refers to: a stream's history, a build, what runs. */
    Set<String> referenced();

    /** The images that were pushed here as far as the cluster remembers, referred to or not. */
    Set<String> pushedImages();

    /** Forgets an image that nothing refers to. */
    void discard(String digest);

    /** Who may do what. */
    Guard guard();
}
