package dev.s2ioc.cluster.engine;

import java.nio.file.Path;
import java.util.Optional;

/** What the registries of others are shown: a directory with a config.json as docker writes it, or nothing. */
public record Credentials(Optional<Path> directory) {
    public static final Credentials NONE = new Credentials(Optional.empty());

    public static Credentials in(Path directory) {
        return new Credentials(Optional.of(directory));
    }

    Optional<Path> file() {
        return directory.map(where -> where.resolve("config.json"));
    }
}
