package dev.s2ioc.cluster.network.spdy;

import dev.s2ioc.cluster.kind.BlockInput;
import dev.s2ioc.cluster.kind.BlockOutput;
import dev.s2ioc.cluster.kind.Duplex;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One stream of a connection: what its opener said of it, and bytes both ways, each of which ends by itself. */
public final class SpdyStream implements Duplex {
    /** How much is kept for a reader that is not there yet. */
    private static final int ROOM = 256 * 1024;

    private final SpdyConnection connection;
    private final int id;
    private final Map<String, String> headers;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<byte[]> unread = new ArrayDeque<>();
    private final InputStream in = new In();
    private final OutputStream out = new Out();
    private int unreadBytes;
    private boolean ended;
    private volatile boolean lost;
    private boolean closed;

    SpdyStream(SpdyConnection connection, int id, Map<String, String> headers) {
        this.connection = connection;
        this.id = id;
        this.headers = headers;
    }

    /** What the opener said, by lower-case name; empty when nothing. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    @Override
    public InputStream in() {
        return in;
    }

    /** Closing it says that no more comes; the other direction goes on. */
    @Override
    public OutputStream out() {
        return out;
    }

    /** Waits for room, so that a slow reader holds the sender back. */
    void received(byte[] bytes, boolean last) {
        lock.lock();
        try {
            while (unreadBytes > ROOM && !lost && !closed) {
                changed.awaitUninterruptibly();
            }
            if (bytes.length > 0 && !lost && !closed) {
                unread.add(bytes);
                unreadBytes += bytes.length;
            }
            ended |= last;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void lost() {
        lock.lock();
        try {
            lost = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Nobody reads or writes it any more. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            unread.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        connection.forget(id);
    }

    private final class In extends BlockInput {
        private byte[] current = new byte[0];
        private int position;

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, bytes.length);
            if (length == 0) {
                return 0;
            }
            if (position == current.length && !next()) {
                return -1;
            }
            int count = Math.min(length, current.length - position);
            System.arraycopy(current, position, bytes, offset, count);
            position += count;
            return count;
        }

        private boolean next() throws IOException {
            lock.lock();
            try {
                while (unread.isEmpty() && !ended && !lost && !closed) {
                    changed.awaitUninterruptibly();
                }
                if (unread.isEmpty()) {
                    if (lost && !ended) {
                        throw new IOException("the stream was broken off");
                    }
                    return false;
                }
                current = unread.remove();
                position = 0;
                unreadBytes -= current.length;
                changed.signalAll();
                return true;
            } finally {
                lock.unlock();
            }
        }
    }

    private final class Out extends BlockOutput {
        private boolean finished;

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (finished || lost) {
                throw new IOException("the stream is closed");
            }
            connection.sendData(id, bytes, offset, length, false);
        }

        @Override
        public void close() throws IOException {
            if (!finished) {
                finished = true;
                if (!lost) {
                    connection.sendData(id, new byte[0], 0, 0, true);
                }
            }
        }
    }
}
