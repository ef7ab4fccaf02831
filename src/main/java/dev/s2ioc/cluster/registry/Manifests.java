package dev.s2ioc.cluster.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which manifests belong to which repository: one small file each, which holds the media type. */
final class Manifests {
    private final Path directory;
    private final Blobs blobs;

    Manifests(Path directory, Blobs blobs) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.blobs = blobs;
    }

    /** A manifest as it was pushed. */
    record Stored(Digest digest, String mediaType, byte[] content) {
        Manifest parsed() {
            return Manifest.parse(content, mediaType);
        }
    }

    Stored put(String repository, Manifest manifest, byte[] content) throws IOException {
        requireParts(repository, manifest);
        return keep(repository, manifest, content);
    }

    /** As put, for an image of which the parts come when they are asked for. */
    Stored keep(String repository, Manifest manifest, byte[] content) throws IOException {
        Digest digest = Digest.of(content);
        blobs.write(content, digest);
        DurableFile.write(file(repository, digest), manifest.mediaType().getBytes(StandardCharsets.UTF_8));
        return new Stored(digest, manifest.mediaType(), content);
    }

    private void requireParts(String repository, Manifest manifest) {
        for (Digest blob : manifest.blobs()) {
            if (!blobs.has(blob)) {
                throw missing(blob);
            }
        }
        for (Digest member : manifest.members()) {
            if (!Files.exists(file(repository, member))) {
                throw missing(member);
            }
        }
    }

    private static RegistryException missing(Digest digest) {
        return new RegistryException(
                400, "MANIFEST_BLOB_UNKNOWN", "the manifest refers to " + digest + ", which was not pushed");
    }

    Optional<Stored> get(String repository, Digest digest) throws IOException {
        Path file = file(repository, digest);
        return Files.exists(file) && blobs.has(digest) ? Optional.of(stored(file, digest)) : Optional.empty();
    }

    /** A manifest that was pushed into any repository. */
    Optional<Stored> anywhere(Digest digest) throws IOException {
        for (Path file : files("*", digest.hex())) {
            if (blobs.has(digest)) {
                return Optional.of(stored(file, digest));
            }
        }
        return Optional.empty();
    }

    List<Stored> all(String repository) throws IOException {
        return stored(files(repository.replace('/', '~'), "*"));
    }

    /** Whether a manifest of any repository needs the blob. */
    boolean need(Digest blob) throws IOException {
        for (Stored stored : stored(files("*", "*"))) {
            if (stored.digest().equals(blob) || stored.parsed().blobs().contains(blob)) {
                return true;
            }
        }
        return false;
    }

    boolean delete(String repository, Digest digest) throws IOException {
        return Files.deleteIfExists(file(repository, digest));
    }

    private List<Stored> stored(List<Path> files) throws IOException {
        List<Stored> found = new java.util.ArrayList<>();
        for (Path file : files) {
            Digest digest = new Digest(file.getFileName().toString());
            if (blobs.has(digest)) {
                found.add(stored(file, digest));
            }
        }
        return found;
    }

    private Stored stored(Path file, Digest digest) throws IOException {
        return new Stored(digest, Files.readString(file), blobs.read(digest));
    }

    private List<Path> files(String repository, String hex) throws IOException {
        var wanted = directory.getFileSystem().getPathMatcher("glob:" + repository + "/" + hex);
        try (Stream<Path> files = Files.walk(directory, 2)) {
            return files.filter(file -> wanted.matches(directory.relativize(file)))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private Path file(String repository, Digest digest) {
        return directory.resolve(repository.replace('/', '~')).resolve(digest.hex());
    }
}
