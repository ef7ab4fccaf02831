package dev.s2ioc.client;

import io.fabric8.kubernetes.client.http.AsyncBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The bytes of an answer as they come. What has arrived can be read before a failure of the connection is told; fabric8's own
 * stream (7.8.0) throws as soon as it knows of the failure, and forgets what the same read had already taken.
 */
final class ArrivingBody extends InputStream implements AsyncBody.Consumer<List<ByteBuffer>> {
    private final Deque<ByteBuffer> arrived = new ArrayDeque<>();
    private AsyncBody source;
    private boolean asked;
    private boolean ended;
    private boolean closed;
    private Throwable failure;

    /** Connects the stream with what feeds it. */
    ArrivingBody from(AsyncBody body) {
        source = body;
        body.done().whenComplete((_, e) -> end(e));
        return this;
    }

    @Override
    public synchronized void consume(List<ByteBuffer> buffers, AsyncBody body) {
        asked = false;
        buffers.stream().filter(ByteBuffer::hasRemaining).forEach(arrived::add);
        notifyAll();
    }

    private synchronized void end(Throwable e) {
        ended = true;
        failure = e;
        notifyAll();
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
        while (true) {
            // Not under the lock: the source may answer from another thread at once, or from this one.
            if (mustAsk()) {
                source.consume();
            }
            synchronized (this) {
                ByteBuffer next = next();
                if (next != null) {
                    return take(next, bytes, offset, length);
                }
                if (arrived.isEmpty() && ended) {
                    return -1;
                }
            }
        }
    }

    private synchronized boolean mustAsk() throws IOException {
        if (closed) {
            throw new IOException("the answer is closed");
        }
        boolean must = arrived.isEmpty() && !ended && !asked;
        asked |= must;
        return must;
    }

    /** The next bytes, waiting for them; null if the source has to be asked again or has ended. */
    private ByteBuffer next() throws IOException {
        try {
            while (arrived.isEmpty() && !ended && asked && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
        if (arrived.isEmpty() && failure != null && !closed) {
            throw new IOException(failure);
        }
        return arrived.peek();
    }

    private int take(ByteBuffer next, byte[] bytes, int offset, int length) {
        int size = Math.min(length, next.remaining());
        next.get(bytes, offset, size);
        if (!next.hasRemaining()) {
            arrived.remove();
        }
        return size;
    }

    @Override
    public synchronized int available() {
        return arrived.isEmpty() ? 0 : arrived.peek().remaining();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            arrived.clear();
            notifyAll();
        }
        source.cancel();
    }
}
