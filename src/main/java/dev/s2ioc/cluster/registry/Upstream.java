package dev.s2ioc.cluster.registry;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Where the registry gets what a stream refers to although nobody has pushed it: the registry that it was imported from. */
public interface Upstream {
    /** Content that is still to be compared with its digest, and to be closed. */
    record Content(String mediaType, InputStream body) {}

    /** A manifest that the repository's stream refers to. */
    default Optional<Content> manifest(String repository, String digest) throws IOException {
        return Optional.empty();
    }

    /** A blob of an image that the repository's stream refers to. */
    default Optional<Content> blob(String repository, String digest) throws IOException {
        return Optional.empty();
    }
}
