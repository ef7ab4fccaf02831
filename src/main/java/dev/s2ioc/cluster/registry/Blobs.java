package dev.s2ioc.cluster.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Content under its digest, in files. */
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
        DurableFile.move(file, path(digest));
    }

    void write(byte[] content, Digest digest) throws IOException {
        DurableFile.write(path(digest), content);
    }

    boolean delete(Digest digest) throws IOException {
        return Files.deleteIfExists(path(digest));
    }

    private Path path(Digest digest) {
        return directory.resolve(digest.hex().substring(0, 2)).resolve(digest.hex());
    }
}
