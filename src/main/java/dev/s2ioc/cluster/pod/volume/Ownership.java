package dev.s2ioc.cluster.pod.volume;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Gives files to the group that a pod names for its volumes. */
final class Ownership {
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private Ownership() {}

    /** Only root can; others run the containers as themselves, and need not. */
    static void give(Path path, Optional<Long> group) throws IOException {
        if (ROOT && group.isPresent()) {
            Files.setAttribute(path, "unix:gid", group.get().intValue());
        }
    }
}
