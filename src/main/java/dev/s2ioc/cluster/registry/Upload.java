package dev.s2ioc.cluster.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/** A blob on its way in: a file that grows, and the hash of what it holds so far. */
final class Upload {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final MessageDigest hash = Digest.newHash();
    private long size;

    private Upload(Path file) {
        this.file = file;
    }

    static Upload begin(Path file) throws IOException {
        Files.createFile(file);
        return new Upload(file);
    }

    /** Goes on with a file that an earlier process began. */
    static Upload resume(Path file) throws IOException {
        Upload upload = new Upload(file);
        try (InputStream in = Files.newInputStream(file)) {
            upload.copy(in, OutputStream.nullOutputStream());
        }
        return upload;
    }

    synchronized long size() {
        return size;
    }

    /** Appends all of a stream. What arrived before a failure is kept, so that the client can go on from there. */
    synchronized long append(InputStream in) throws IOException {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
            copy(in, out);
        } catch (IOException e) {
            cutUnhashed();
            throw e;
        }
        return size;
    }

    /** A full disk may have taken a part of the last buffer, which the hash does not know. */
    private void cutUnhashed() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        }
    }

    /** Ends the upload: the content becomes a blob if its digest is the promised one, else it is dropped. */
    synchronized void finish(Digest promised, Blobs blobs) throws IOException {
        Digest actual = Digest.of(hash);
        if (!actual.equals(promised)) {
            Files.deleteIfExists(file);
            throw new RegistryException(
                    400, "DIGEST_INVALID", "the content has the digest " + actual + ", not " + promised);
        }
        blobs.adopt(file, promised);
    }

    synchronized void cancel() throws IOException {
        Files.deleteIfExists(file);
    }

    private void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            out.write(buffer, 0, n);
            hash.update(buffer, 0, n);
            size += n;
        }
    }
}
