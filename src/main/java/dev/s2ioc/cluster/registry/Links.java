package dev.s2ioc.cluster.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which blobs were pushed into which repository, or mounted there: an empty file each. Blobs are kept once, but who knows
 * a digest only must not read what is in a repository that is closed to them.
 */
final class Links {
    private final Path directory;

    Links(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
    }

    void add(String repository, Digest blob) throws IOException {
        Path file = file(repository, blob);
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Files.write(file, new byte[0]);
        }
    }

    boolean has(String repository, Digest blob) {
        return Files.exists(file(repository, blob));
    }

    boolean remove(String repository, Digest blob) throws IOException {
        return Files.deleteIfExists(file(repository, blob));
    }

    /** The repositories into which a blob was pushed. */
    List<String> repositories(Digest blob) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> repositories = Files.list(directory)) {
            for (Path each : repositories.sorted().toList()) {
                if (Files.exists(each.resolve(blob.hex()))) {
                    found.add(each.getFileName().toString().replace('~', '/'));
                }
            }
        }
        return found;
    }

    void removeAll(Digest blob) throws IOException {
        for (String repository : repositories(blob)) {
            remove(repository, blob);
        }
    }

    private Path file(String repository, Digest blob) {
        return directory.resolve(repository.replace('/', '~')).resolve(blob.hex());
    }
}
