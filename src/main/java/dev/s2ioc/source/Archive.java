package dev.s2ioc.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * A source tree as a tar archive, gzipped unless it is not to be, made by other threads while it is read. The same tree
 * gives the same tar: names are sorted, owner and group are 0, and of the times only the modification's whole seconds are
 * kept. If the making fails, reading fails where the end would have been: a receiver can never take half of it for the
 * whole. Closing it stops the making.
 */
public final class Archive extends InputStream {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Packing packing;
    private ByteBuffer current = NOTHING;
    private boolean atEnd;
    private volatile Throwable failure;

    /** @param bytes about how much the tree holds */
    public Archive(SourceTree tree, Compression compression, long bytes) {
        packing = new Packing(tree, compression, bytes);
    }

    /** How many files have been packed so far. */
    public long files() {
        return packing.files();
    }

    /** Why the making failed, if it did by itself. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!current.hasRemaining()) {
            if (failure != null) {
                throw new IOException(failure.getMessage(), failure);
            }
            if (atEnd) {
                return -1;
            }
            ByteBuffer used = current;
            current = NOTHING;
            packing.reuse(used);
            current = next();
            atEnd = !current.hasRemaining();
        }
        int read = Math.min(length, current.remaining());
        current.get(bytes, offset, read);
        return read;
    }

    private ByteBuffer next() throws IOException {
        try {
            return packing.next();
        } catch (ExecutionException e) {
            failure = e.getCause();
            throw new IOException(failure.getMessage(), failure);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the packing");
        }
    }

    @Override
    public void close() {
        packing.close();
    }
}
