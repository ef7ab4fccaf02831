package dev.s2ioc.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A choice of the user that holds until another is made: kept in a small file, as ports are. */
record Setting(Path file, boolean usual) {

    boolean choose(Optional<Boolean> wanted) throws IOException {
        boolean chosen = wanted.isPresent() ? wanted.get() : remembered();
        Files.writeString(file, chosen + "\n");
        return chosen;
    }

    private boolean remembered() throws IOException {
        return Files.exists(file) ? Boolean.parseBoolean(Files.readString(file).strip()) : usual;
    }
}
