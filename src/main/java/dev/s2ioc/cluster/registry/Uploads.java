package dev.s2ioc.cluster.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The uploads that are under way. They survive a restart; what nobody has touched for a day is dropped at the next start. */
final class Uploads {
    private final Path directory;
    private final Map<Path, Upload> open = new ConcurrentHashMap<>();

    Uploads(Path directory, Instant keepAfter) throws IOException {
        this.directory = Files.createDirectories(directory);
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.getLastModifiedTime(file).compareTo(FileTime.from(keepAfter)) < 0) {
                    Files.delete(file);
                }
            }
        }
    }

    String begin(String repository) throws IOException {
        String id = UUID.randomUUID().toString();
        Path file = file(repository, id);
        Files.createDirectories(file.getParent());
        open.put(file, Upload.begin(file));
        return id;
    }

    Upload get(String repository, String id) throws IOException {
        Path file = file(repository, id);
        Upload upload = open.get(file);
        if (upload == null && Files.isRegularFile(file)) {
            upload = open.computeIfAbsent(file, Uploads::resume);
        }
        if (upload == null) {
            throw new RegistryException(404, "BLOB_UPLOAD_UNKNOWN", "there is no upload " + id);
        }
        return upload;
    }

    void end(String repository, String id) {
        open.remove(file(repository, id));
    }

    private static Upload resume(Path file) {
        try {
            return Upload.resume(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path file(String repository, String id) {
        return directory.resolve(repository.replace('/', '~')).resolve(id);
    }
}
