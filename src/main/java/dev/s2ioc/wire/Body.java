package dev.s2ioc.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/** The body of an answer, which ends where its head or its chunks say. When all is read the connection is free again. */
final class Body extends InputStream {
    /** What remains is not known: it goes on until the connection ends. */
    private static final long UNTIL_CLOSED = -1;

    /** What follows the last bytes of a body in chunks, mostly. */
    private static final byte[] LAST_CHUNK = {'\r', '\n', '0', '\r', '\n', '\r', '\n'};

    private final Buffered input;
    private final HttpConnection connection;
    private final boolean chunked;
    private final boolean persistent;
    private long remaining;
    private boolean first = true;
    private boolean ended;
    private boolean closed;

    private Body(Buffered input, HttpConnection connection, boolean chunked, boolean persistent, long remaining) {
        this.input = input;
        this.connection = connection;
        this.chunked = chunked;
        this.persistent = persistent && (chunked || remaining != UNTIL_CLOSED);
        this.remaining = remaining;
    }

    static Body of(AnswerHead head, String method, Buffered input, HttpConnection connection) throws IOException {
        boolean chunked = head.chunked();
        long length = !head.hasBody(method) ? 0 : chunked ? 0 : head.length();
        Body body = new Body(input, connection, chunked && head.hasBody(method), head.persistent(), length);
        if (length == 0 && !body.chunked) {
            body.end();
        }
        return body;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (closed) {
            throw new IOException("the answer is closed");
        }
        if (length == 0) {
            return 0;
        }
        if (chunked && remaining == 0 && !ended) {
            nextChunk();
        }
        if (ended) {
            return -1;
        }
        int wanted = remaining == UNTIL_CLOSED ? length : (int) Math.min(length, remaining);
        int count = input.read(bytes, offset, wanted);
        if (count < 0) {
            return cut();
        }
        if (remaining != UNTIL_CLOSED) {
            remaining -= count;
            if (remaining == 0 && !chunked) {
                end();
            }
        }
        return count;
    }

    private int cut() throws IOException {
        if (remaining != UNTIL_CLOSED) {
            throw new EOFException("the connection was closed before the answer was whole");
        }
        end();
        return -1;
    }

    private void nextChunk() throws IOException {
        if (!first && !AnswerHead.line(input, 0).isEmpty()) {
            throw new ProtocolException("a chunk of the answer is longer than it said");
        }
        first = false;
        String line = AnswerHead.line(input, 0);
        String size = line.split(";", 2)[0].strip();
        if (!size.matches("[0-9A-Fa-f]{1,15}")) {
            throw new ProtocolException("a chunk of the answer has no length");
        }
        remaining = Long.parseLong(size, 16);
        if (remaining == 0) {
            AnswerHead.headers(input);
            end();
        }
    }

    private void end() throws IOException {
        ended = true;
        connection.done(persistent);
    }

    @Override
    public int available() {
        return (int) Math.min(input.available(), remaining == UNTIL_CLOSED ? Integer.MAX_VALUE : remaining);
    }

    @Override
    public void close() throws IOException {
        // Whoever unpacks an answer does not read on to the empty chunk at its end; mostly it is here.
        if (!closed && !ended && chunked && remaining == 0 && input.skip(LAST_CHUNK)) {
            end();
        }
        closed = true;
        if (!ended) {
            connection.close();
        }
    }
}
