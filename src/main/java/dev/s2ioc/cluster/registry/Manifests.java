package dev.s2ioc.cluster.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Which manifests belong to which repository: one small file each, which holds the media type. */
final class Manifests {
    private final Path directory;
    private final Blobs blobs;

    /** What each manifest refers to; a digest stands for the same content for ever. */
    private final Map<Digest, References> known = new ConcurrentHashMap<>();

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

    void put(String repository, Digest digest, Manifest manifest, byte[] content) throws IOException {
        blobs.write(content, digest);
        DurableFile.write(file(repository, digest), manifest.mediaType().getBytes(StandardCharsets.UTF_8));
    }

    boolean has(String repository, Digest digest) {
        return Files.exists(file(repository, digest)) && blobs.has(digest);
    }

    Optional<Stored> get(String repository, Digest digest) throws IOException {
        return stored(file(repository, digest), digest);
    }

    /** A manifest that was pushed into any repository. */
    Optional<Stored> anywhere(Digest digest) throws IOException {
        for (String repository : repositories(digest)) {
            Optional<Stored> found = get(repository, digest);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    List<Stored> all(String repository) throws IOException {
        List<Stored> found = new ArrayList<>();
        for (Digest digest : list(room(repository))) {
            get(repository, digest).ifPresent(found::add);
        }
        return found;
    }

    List<Digest> in(String repository) throws IOException {
        return list(room(repository));
    }

    /** The manifests of all repositories, each once. */
    List<Digest> everything() throws IOException {
        Set<Digest> all = new HashSet<>();
        for (Path room : rooms()) {
            all.addAll(list(room));
        }
        return List.copyOf(all);
    }

    /** What a manifest of any repository refers to; empty when there is none of that digest. */
    Optional<References> references(Digest digest) throws IOException {
        References references = known.get(digest);
        if (references == null) {
            Optional<Stored> stored = anywhere(digest);
            if (stored.isEmpty()) {
                return Optional.empty();
            }
            references = References.of(stored.get().parsed());
            known.put(digest, references);
        }
        return Optional.of(references);
    }

    /** When it was last pushed into any repository; long ago if it is in none. */
    Instant pushed(Digest digest) throws IOException {
        Instant last = Instant.EPOCH;
        for (String repository : repositories(digest)) {
            Instant time = Files.getLastModifiedTime(file(repository, digest)).toInstant();
            last = time.isAfter(last) ? time : last;
        }
        return last;
    }

    boolean delete(String repository, Digest digest) throws IOException {
        return Files.deleteIfExists(file(repository, digest));
    }

    void deleteEverywhere(Digest digest) throws IOException {
        for (String repository : repositories(digest)) {
            delete(repository, digest);
        }
        known.remove(digest);
    }

    List<String> repositories(Digest digest) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path room : rooms()) {
            if (Files.exists(room.resolve(digest.hex()))) {
                found.add(room.getFileName().toString().replace('~', '/'));
            }
        }
        return found;
    }

    private Optional<Stored> stored(Path file, Digest digest) throws IOException {
        try {
            return Files.exists(file)
                    ? Optional.of(new Stored(digest, Files.readString(file), blobs.read(digest)))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private List<Path> rooms() throws IOException {
        try (Stream<Path> rooms = Files.list(directory)) {
            return rooms.sorted().toList();
        }
    }

    private static List<Digest> list(Path room) throws IOException {
        if (!Files.isDirectory(room)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(room)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .map(Digest::new)
                    .toList();
        }
    }

    private Path room(String repository) {
        return directory.resolve(repository.replace('/', '~'));
    }

    private Path file(String repository, Digest digest) {
        return room(repository).resolve(digest.hex());
    }
}
