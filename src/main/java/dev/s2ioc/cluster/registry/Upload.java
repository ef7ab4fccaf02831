package dev.s2ioc.cluster.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** A blob on its way in: a file that grows, and the hash of what it holds so far. */
final class Upload {
    private static final int BUFFER = 1 << 16;
    private static final int PATIENCE_SECONDS = 5;

    private final Path file;
    private final MessageDigest hash = Digest.newHash();
    private final ReentrantLock writing = new ReentrantLock();
    private volatile long size;

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

    long size() {
        return size;
    }

    /**
     * Appends all of a stream. What arrived before a failure is kept, so that the client can go on from there.
     *
     * @param start where the client believes that the upload stands
     */
    void append(InputStream in, OptionalLong start) throws IOException {
        lock();
        try {
            if (start.isPresent() && start.getAsLong() != size) {
                throw new RegistryException(
                        416, "RANGE_INVALID", "the next byte of this upload is " + size + ", not " + start.getAsLong());
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(size).position(size);
                append(in, channel);
            }
        } finally {
            writing.unlock();
        }
    }

    private void append(InputStream in, FileChannel channel) throws IOException {
        try {
            copy(in, Channels.newOutputStream(channel));
        } finally {
            // A full disk may have taken a part of the last buffer, which the hash does not know.
            channel.truncate(size);
        }
    }

    private void lock() {
        try {
            if (!writing.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new RegistryException(
                        409, "BLOB_UPLOAD_INVALID", "another request is still sending this upload; try again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryException(503, "UNKNOWN", "the registry is stopping");
        }
    }

    /** The digest of what has arrived, by the algorithm of the promised one. */
    Digest digestLike(Digest promised) throws IOException {
        lock();
        try {
            return promised.isSha256() ? Digest.of(hash) : reread(promised.newHashAlike());
        } finally {
            writing.unlock();
        }
    }

    private Digest reread(MessageDigest other) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                other.update(buffer, 0, n);
            }
        }
        return Digest.of(other);
    }

    Path file() {
        return file;
    }

    private void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            write(out, buffer, n);
            hash.update(buffer, 0, n);
            size = size + n;
        }
    }

    private void write(OutputStream out, byte[] buffer, int length) throws IOException {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw RegistryException.storage(e);
        }
    }
}
