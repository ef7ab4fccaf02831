package dev.s2ioc.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * What another thread writes, to be read as it is written. If the writer fails, reading fails where the end would have been:
 * a receiver can never take half of it for the whole. Closing it stops the writer.
 */
public final class Pipe extends InputStream {

    /** Writes all that there is, or fails. */
    public interface Producer {
        void writeTo(OutputStream out) throws IOException;
    }

    private record Chunk(byte[] bytes, boolean last) {}

    private static final Chunk END = new Chunk(new byte[0], true);

    private final BlockingQueue<Chunk> chunks = new ArrayBlockingQueue<>(16);
    private final Thread writer;
    private Chunk current = new Chunk(new byte[0], false);
    private int position;
    private volatile Throwable failure;
    private volatile boolean closed;

    public Pipe(Producer producer) {
        writer = Thread.ofPlatform().daemon().name("packer").start(() -> run(producer));
    }

    private void run(Producer producer) {
        try {
            producer.writeTo(new Writer());
        } catch (IOException | RuntimeException | Error e) {
            if (!closed) {
                failure = e;
            }
        }
        try {
            put(END);
        } catch (InterruptedIOException e) {
            // Nobody reads any more.
        }
    }

    private void put(Chunk chunk) throws InterruptedIOException {
        try {
            if (closed) {
                throw new InterruptedIOException("nobody reads any more");
            }
            chunks.put(chunk);
        } catch (InterruptedException e) {
            throw new InterruptedIOException("nobody reads any more");
        }
    }

    /** Why the writer failed, if it did by itself. */
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
        while (position == current.bytes().length) {
            if (current.last()) {
                return end();
            }
            current = take();
            position = 0;
        }
        int read = Math.min(length, current.bytes().length - position);
        System.arraycopy(current.bytes(), position, bytes, offset, read);
        position += read;
        return read;
    }

    private int end() throws IOException {
        if (failure != null) {
            throw new IOException(failure.getMessage(), failure);
        }
        return -1;
    }

    private Chunk take() throws InterruptedIOException {
        try {
            return chunks.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the packer");
        }
    }

    @Override
    public void close() {
        closed = true;
        writer.interrupt();
    }

    private final class Writer extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            put(new Chunk(new byte[] {(byte) b}, false));
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            put(new Chunk(Arrays.copyOfRange(bytes, offset, offset + length), false));
        }
    }
}
