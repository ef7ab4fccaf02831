package dev.s2ioc.cluster.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The uploads that are under way. They survive a restart; what nobody has touched for long is dropped. */
final class Uploads {
    private final Path directory;
    private final Map<Path, Upload> open = new ConcurrentHashMap<>();

    Uploads(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
    }

    /** Drops the uploads that nobody has touched since, or with {@code dryRun} only counts them. */
    Dropped drop(Instant keepAfter, boolean dryRun) throws IOException {
        int count = 0;
        long bytes = 0;
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try {
                    if (Files.getLastModifiedTime(file).toInstant().isBefore(keepAfter)) {
                        count++;
                        bytes += Files.size(file);
                        if (!dryRun) {
                            open.remove(file);
                            Files.delete(file);
                        }
                    }
                } catch (NoSuchFileException e) {
                    // It has become a blob just now.
                    continue;
                }
            }
        }
        return new Dropped(count, bytes);
    }

    /** What was dropped. */
    record Dropped(int count, long bytes) {}

    String begin(String repository) throws IOException {
        String id = UUID.randomUUID().toString();
        Path file = file(repository, id);
        Files.createDirectories(file.getParent());
        open.put(file, Upload.begin(file));
        return id;
    }

    Upload get(String repository, String id) {
        Path file = file(repository, id);
        Upload upload = open.get(file);
        if (upload == null && Files.isRegularFile(file)) {
            upload = open.computeIfAbsent(file, Uploads::resume);
        }
        if (upload == null || !Files.isRegularFile(file)) {
            open.remove(file);
            throw new RegistryException(404, "BLOB_UPLOAD_UNKNOWN", "there is no upload " + id);
        }
        return upload;
    }

    void end(String repository, String id) throws IOException {
        Path file = file(repository, id);
        open.remove(file);
        Files.deleteIfExists(file);
    }

    private static Upload resume(Path file) {
        try {
            return Upload.resume(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String repository, String id) {
        return directory.resolve(repository.replace('/', '~')).resolve(id);
    }
}
