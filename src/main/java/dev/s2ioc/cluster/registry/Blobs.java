package dev.s2ioc.cluster.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Content under its digest, in files. What is there never changes; its time tells when a client last relied on it. */
final class Blobs {
    private final Path directory;

    Blobs(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
    }

    boolean has(Digest digest) {
        return Files.isRegularFile(path(digest));
    }

    long size(Digest digest) throws IOException {
        return Files.size(path(digest));
    }

    byte[] read(Digest digest) throws IOException {
        return Files.readAllBytes(path(digest));
    }

    InputStream read(Digest digest, long from) throws IOException {
        FileChannel channel = FileChannel.open(path(digest), StandardOpenOption.READ);
        channel.position(from);
        return Channels.newInputStream(channel);
    }

    /** Takes over a finished file whose content has this digest. */
    void adopt(Path file, Digest digest) throws IOException {
        if (has(digest)) {
            touch(digest);
            Files.deleteIfExists(file);
        } else {
            DurableFile.move(file, path(digest));
            touch(digest);
        }
    }

    void write(byte[] content, Digest digest) throws IOException {
        DurableFile.write(path(digest), content);
    }

    /** A client relies on the blob: it counts as new. */
    void touch(Digest digest) throws IOException {
        Files.setLastModifiedTime(path(digest), FileTime.from(Instant.now()));
    }

    Instant touched(Digest digest) throws IOException {
        return Files.getLastModifiedTime(path(digest)).toInstant();
    }

    List<Digest> all() throws IOException {
        List<Digest> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory, 2)) {
            files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .forEach(name -> all.add(new Digest(name)));
        }
        return all;
    }

    boolean delete(Digest digest) throws IOException {
        return Files.deleteIfExists(path(digest));
    }

    private Path path(Digest digest) {
        return directory.resolve(digest.hex().substring(0, 2)).resolve(digest.hex());
    }
}
