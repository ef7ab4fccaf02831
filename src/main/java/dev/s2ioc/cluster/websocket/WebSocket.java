package dev.s2ioc.cluster.websocket;

import dev.s2ioc.cluster.kind.Duplex;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** The server's side of a WebSocket: one thread receives, any number send. Who does not receive holds the sender back. */
public final class WebSocket implements AutoCloseable {
    private static final int LIMIT = 16 << 20;
    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int FINAL = 0x80;

    public static final int NORMAL = 1000;
    private static final int PROTOCOL_ERROR = 1002;
    private static final int TOO_LARGE = 1009;

    private final Duplex connection;
    private final DataInputStream in;
    private final OutputStream out;
    private final ReentrantLock sending = new ReentrantLock();
    private boolean closing;

    public WebSocket(Duplex connection) {
        this.connection = connection;
        this.in = new DataInputStream(new BufferedInputStream(connection.in()));
        this.out = connection.out();
    }

    /** The next message, text or not; empty when the other side has said that it is done, or is gone. Pings are answered. */
    public Optional<byte[]> receive() throws IOException {
        ByteArrayOutputStream parts = null;
        while (true) {
            int first = in.read();
            if (first < 0) {
                return Optional.empty();
            }
            byte[] payload = payload(parts == null ? 0 : parts.size());
            int code = first & 0x0f;
            switch (code) {
                case CLOSE -> {
                    close(payload.length < 2 ? NORMAL : (payload[0] & 0xff) << 8 | payload[1] & 0xff, "");
                    return Optional.empty();
                }
                case PING -> send(PONG, payload);
                case PONG -> {
                    // Somebody is there.
                }
                case CONTINUATION, TEXT, BINARY -> {
                    if ((code == CONTINUATION) == (parts == null)) {
                        throw refused(PROTOCOL_ERROR, "a message begins or goes on where none can");
                    }
                    boolean last = (first & FINAL) != 0;
                    if (last && parts == null) {
                        return Optional.of(payload);
                    }
                    parts = parts == null ? new ByteArrayOutputStream() : parts;
                    parts.writeBytes(payload);
                    if (last) {
                        return Optional.of(parts.toByteArray());
                    }
                }
                default -> throw refused(PROTOCOL_ERROR, "there is no opcode " + code);
            }
        }
    }

    private byte[] payload(int before) throws IOException {
        int second = in.readUnsignedByte();
        if ((second & 0x80) == 0) {
            throw refused(PROTOCOL_ERROR, "a client's frames are masked");
        }
        long length = second & 0x7f;
        length = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
        if (length < 0 || before + length > LIMIT) {
            throw refused(TOO_LARGE, "a message is longer than " + LIMIT + " bytes");
        }
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes((int) length);
        if (mask.length < 4 || payload.length < length) {
            throw new EOFException("the connection ends within a frame");
        }
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i & 3];
        }
        return payload;
    }

    private IOException refused(int code, String why) throws IOException {
        close(code, why);
        return new IOException(why);
    }

    public void sendText(byte[]... parts) throws IOException {
        send(TEXT, parts);
    }

    /** One message, of several parts. */
    public void sendBinary(byte[]... parts) throws IOException {
        send(BINARY, parts);
    }

    /** Fails when nobody is there any more. */
    public void ping() throws IOException {
        send(PING, new byte[0]);
    }

    private void send(int code, byte[]... parts) throws IOException {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteBuffer frame = ByteBuffer.allocate(10 + length);
        frame.put((byte) (FINAL | code));
        if (length < 126) {
            frame.put((byte) length);
        } else if (length < 65_536) {
            frame.put((byte) 126).putShort((short) length);
        } else {
            frame.put((byte) 127).putLong(length);
        }
        for (byte[] part : parts) {
            frame.put(part);
        }
        sending.lock();
        try {
            if (closing) {
                throw new IOException("the WebSocket is closed");
            }
            closing = code == CLOSE;
            out.write(frame.array(), 0, frame.position());
        } finally {
            sending.unlock();
        }
    }

    /** Says that no more will come; what the other side still says can be received. Once is enough. */
    public void close(int code, String reason) throws IOException {
        sending.lock();
        try {
            if (!closing) {
                byte[] text = reason.getBytes(StandardCharsets.UTF_8);
                send(CLOSE, new byte[] {(byte) (code >> 8), (byte) code}, text);
            }
        } finally {
            sending.unlock();
        }
    }

    /** Ends the connection. */
    @Override
    public void close() {
        connection.close();
    }
}
