package dev.s2ioc.wire;

import io.netty.internal.tcnative.Buffer;
import io.netty.internal.tcnative.SSL;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.IntSupplier;
import javax.net.ssl.SSLException;

/**
 * TLS over another link. The library only turns bytes into others: it is given what has arrived from {@link #fromServer}, and
 * what it wants sent it writes to {@link #toServer}. One thread reads and writes; another may close.
 */
final class TlsLink implements Link {
    /** Holds a whole TLS record of at most 16 kB with what encryption adds. */
    private static final int RECORD = 18 * 1024;

    private static final int CHUNK = 16 * 1024;

    private final Link below;
    private final TlsContext context;
    private final long connection;
    /** The library end of the bytes from and to the server; it belongs to the connection and ends with it. */
    private final long network;

    private final ByteBuffer fromServer = ByteBuffer.allocateDirect(2 * RECORD).limit(0);
    private final ByteBuffer toServer = ByteBuffer.allocateDirect(2 * RECORD);
    private final ByteBuffer plain = ByteBuffer.allocateDirect(CHUNK);
    private final byte[] buffer = new byte[2 * RECORD];
    private boolean freed;

    private TlsLink(Link below, TlsContext context, String host) throws SSLException {
        this.below = below;
        this.context = context;
        this.connection = context.newConnection();
        this.network = SSL.bioNewByteBuffer(connection, RECORD);
        if (isName(host)) {
            SSL.setTlsExtHostName(connection, host);
        }
    }

    /** Shakes hands with the server. Closes what is below when that fails. */
    static TlsLink over(Link below, TlsContext context, String host) throws IOException {
        TlsLink link = null;
        try {
            link = new TlsLink(below, context, host);
            link.handshake();
            return link;
        } catch (IOException | RuntimeException e) {
            (link == null ? below : link).close();
            throw e;
        }
    }

    /** Addresses are not sent as names (RFC 6066). */
    private static boolean isName(String host) {
        return host.indexOf(':') < 0 && !host.matches("[0-9.]+");
    }

    private void handshake() throws IOException {
        while (step(() -> SSL.doHandshake(connection)) != 1) {
            fill();
        }
    }

    /**
     * Lets the library work on what has arrived, and sends what it wants sent.
     *
     * @return what the library answered; zero when it needs more from the server, -1 when the server has said good-bye
     */
    private int step(IntSupplier work) throws IOException {
        int result;
        int outgoing;
        synchronized (this) {
            if (freed) {
                throw new SocketException("Socket closed");
            }
            result = worked(work);
            outgoing = collected();
        }
        send(outgoing);
        return result;
    }

    private int worked(IntSupplier work) throws SSLException {
        int before = 0;
        if (fromServer.hasRemaining()) {
            SSL.bioSetByteBuffer(
                    network, Buffer.address(fromServer) + fromServer.position(), fromServer.remaining(), false);
            before = SSL.bioLengthByteBuffer(network);
        }
        SSL.clearError();
        int result = work.getAsInt();
        int error = result > 0 ? SSL.SSL_ERROR_NONE : SSL.getError(connection, result);
        if (fromServer.hasRemaining()) {
            fromServer.position(fromServer.position() + before - SSL.bioLengthByteBuffer(network));
            SSL.bioClearByteBuffer(network);
        }
        if (error == SSL.SSL_ERROR_NONE) {
            return result;
        } else if (error == SSL.SSL_ERROR_WANT_READ || error == SSL.SSL_ERROR_WANT_WRITE) {
            return 0;
        } else if (error == SSL.SSL_ERROR_ZERO_RETURN) {
            return -1;
        }
        throw new SSLException(SSL.getErrorString(SSL.getLastErrorNumber()));
    }

    /** Takes from the library what is to be sent; returns how many bytes. */
    private int collected() {
        SSL.bioSetByteBuffer(network, Buffer.address(toServer), toServer.capacity(), true);
        int length = SSL.bioFlushByteBuffer(network);
        SSL.bioClearByteBuffer(network);
        return Math.max(0, length);
    }

    private void send(int length) throws IOException {
        if (length > 0) {
            toServer.clear();
            toServer.get(buffer, 0, length);
            below.write(buffer, 0, length);
        }
    }

    /** Waits for more from the server. */
    private void fill() throws IOException {
        if (fromServer.hasRemaining()) {
            return;
        }
        int length = below.read(buffer, 0, fromServer.capacity());
        if (length < 0) {
            throw new EOFException("the connection was closed by the server");
        }
        fromServer.clear().put(buffer, 0, length).flip();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int wanted = Math.min(length, CHUNK);
        int count = step(() -> SSL.readFromSSL(connection, Buffer.address(plain), wanted));
        while (count == 0) {
            fill();
            count = step(() -> SSL.readFromSSL(connection, Buffer.address(plain), wanted));
        }
        if (count > 0) {
            plain.clear().get(bytes, offset, count);
        }
        return count;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int done = 0; done < length; ) {
            int size = Math.min(CHUNK, length - done);
            plain.clear().put(bytes, offset + done, size);
            int written = step(() -> SSL.writeToSSL(connection, Buffer.address(plain), size));
            if (written <= 0) {
                throw new SSLException("TLS does not take what is to be sent");
            }
            done += written;
        }
    }

    @Override
    public void readTimeout(Duration timeout) throws SocketException {
        below.readTimeout(timeout);
    }

    @Override
    public void close() throws IOException {
        // First what is below, so that nobody waits there; then the library's memory, when nobody works in it.
        below.close();
        synchronized (this) {
            if (!freed) {
                freed = true;
                context.free(connection);
            }
        }
    }
}
