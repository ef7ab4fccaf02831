package dev.s2ioc.cluster.storage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.engine.Directories;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where on this machine claims have what is written to them: a directory for each. */
public record ClaimDirectories(Path root) {

    /** What a claim's volume is called. */
    static String name(JsonNode claim) {
        return "pvc-" + Json.at(claim, "metadata", "uid");
    }

    public Path of(JsonNode claim) {
        return root.resolve(name(claim));
    }

    /** Anybody may write there, whoever a container runs as. */
    void make(JsonNode claim) throws IOException {
        Path directory = of(claim);
        if (Files.notExists(directory)) {
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
    }

    /** Removes what belonged to claims that are gone. */
    void sweep(Set<String> kept) throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        List<Path> present;
        try (Stream<Path> all = Files.list(root)) {
            present = all.toList();
        }
        for (Path each : present) {
            if (!kept.contains(each.getFileName().toString())) {
                Directories.delete(each);
            }
        }
    }
}
