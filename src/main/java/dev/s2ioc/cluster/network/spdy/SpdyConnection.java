package dev.s2ioc.cluster.network.spdy;

import dev.s2ioc.cluster.kind.Duplex;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The server's side of a SPDY/3.1 connection, as far as Kubernetes' clients speak it: streams that clients open, with headers and
 * bytes both ways. These clients send no WINDOW_UPDATE and would wait for none, so a stream that nobody reads holds back the
 * whole connection, as it does with Kubernetes' own servers.
 */
public final class SpdyConnection {
    private static final int SYN_STREAM = 1;
    private static final int SYN_REPLY = 2;
    private static final int RST_STREAM = 3;
    private static final int PING = 6;
    private static final int GO_AWAY = 7;
    private static final int FIN = 1;
    private static final int INVALID_STREAM = 2;
    private static final int FRAME_LIMIT = 1 << 24;

    private final Duplex connection;
    private final DataInputStream in;
    private final HeaderBlocks blocks = new HeaderBlocks();
    private final Map<Integer, SpdyStream> streams = new ConcurrentHashMap<>();
    private final ReentrantLock sending = new ReentrantLock();

    public SpdyConnection(Duplex connection) {
        this.connection = connection;
        this.in = new DataInputStream(new BufferedInputStream(connection.in()));
    }

    /** Receives until the other side is done or gone; then all streams have ended. */
    public void serve(Consumer<SpdyStream> opened) throws IOException {
        try {
            while (receive(opened)) {
                // The next frame.
            }
        } catch (EOFException e) {
            // Clients hang up when they are done.
        } finally {
            streams.values().forEach(SpdyStream::lost);
            blocks.end();
        }
    }

    private boolean receive(Consumer<SpdyStream> opened) throws IOException {
        int head = in.readInt();
        int rest = in.readInt();
        int flags = rest >>> 24;
        byte[] body = in.readNBytes(rest & (FRAME_LIMIT - 1));
        if (body.length < (rest & (FRAME_LIMIT - 1))) {
            throw new EOFException("the connection ends within a frame");
        }
        if (head >= 0) {
            data(head, body, (flags & FIN) != 0);
            return true;
        }
        return control(head & 0xffff, flags, ByteBuffer.wrap(body), opened);
    }

    private void data(int id, byte[] body, boolean last) throws IOException {
        SpdyStream stream = streams.get(id);
        if (stream == null) {
            send(RST_STREAM, ByteBuffer.allocate(8).putInt(id).putInt(INVALID_STREAM));
            return;
        }
        stream.received(body, last);
    }

    private boolean control(int type, int flags, ByteBuffer body, Consumer<SpdyStream> opened) throws IOException {
        switch (type) {
            case SYN_STREAM -> open(body, flags, opened);
            case RST_STREAM -> {
                SpdyStream stream = streams.remove(body.getInt());
                if (stream != null) {
                    stream.lost();
                }
            }
            // A ping of the client has an odd number; the others answer ours.
            case PING -> {
                if ((body.getInt(0) & 1) == 1) {
                    send(PING, ByteBuffer.allocate(4).putInt(body.getInt(0)));
                }
            }
            case GO_AWAY -> {
                return false;
            }
            default -> {
                // SETTINGS, HEADERS and WINDOW_UPDATE change nothing here.
            }
        }
        return true;
    }

    private void open(ByteBuffer body, int flags, Consumer<SpdyStream> opened) throws IOException {
        int id = body.getInt() & Integer.MAX_VALUE;
        SpdyStream stream = new SpdyStream(this, id, blocks.unpack(body.array(), 10));
        streams.put(id, stream);
        sending.lock();
        try {
            byte[] headers = blocks.packedNothing();
            send(SYN_REPLY, ByteBuffer.allocate(4 + headers.length).putInt(id).put(headers));
        } finally {
            sending.unlock();
        }
        if ((flags & FIN) != 0) {
            stream.received(new byte[0], true);
        }
        opened.accept(stream);
    }

    private void send(int type, ByteBuffer body) throws IOException {
        write(0x8003_0000 | type, 0, body.array(), 0, body.capacity());
    }

    void sendData(int id, byte[] bytes, int offset, int length, boolean last) throws IOException {
        write(id, last ? FIN : 0, bytes, offset, length);
    }

    private void write(int head, int flags, byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(8 + length).putInt(head).putInt(flags << 24 | length);
        frame.put(bytes, offset, length);
        sending.lock();
        try {
            connection.out().write(frame.array());
        } finally {
            sending.unlock();
        }
    }

    void forget(int id) {
        streams.remove(id);
    }

    /** Ends the connection. */
    public void close() {
        connection.close();
    }
}
