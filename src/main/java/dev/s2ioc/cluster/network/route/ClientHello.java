package dev.s2ioc.cluster.network.route;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The first words of a caller who wants TLS, read without answering them.
 *
 * @param bytes all that was read
 * @param host whom the caller wants to talk to; empty when it does not say
 */
record ClientHello(byte[] bytes, String host) {
    private static final int HEADER = 5;
    private static final int HANDSHAKE = 22;
    private static final int SERVER_NAME = 0;

    static ClientHello read(InputStream in) throws IOException {
        byte[] header = in.readNBytes(HEADER);
        if (header.length < HEADER || header[0] != HANDSHAKE) {
            throw new EOFException("no TLS");
        }
        int length = ByteBuffer.wrap(header, 3, 2).getShort() & 0xffff;
        byte[] bytes = Arrays.copyOf(header, HEADER + length);
        if (in.readNBytes(bytes, HEADER, length) < length) {
            throw new EOFException("TLS ended in its first words");
        }
        return new ClientHello(bytes, host(ByteBuffer.wrap(bytes, HEADER, length)));
    }

    private static String host(ByteBuffer hello) {
        try {
            // Kind and length, version, random.
            skip(hello, 4 + 2 + 32);
            skip(hello, hello.get() & 0xff);
            skip(hello, hello.getShort() & 0xffff);
            skip(hello, hello.get() & 0xff);
            hello.getShort();
            while (hello.hasRemaining()) {
                int kind = hello.getShort() & 0xffff;
                int length = hello.getShort() & 0xffff;
                if (kind == SERVER_NAME) {
                    // Length of the list, kind of the name.
                    skip(hello, 2 + 1);
                    byte[] name = new byte[hello.getShort() & 0xffff];
                    hello.get(name);
                    return new String(name, StandardCharsets.US_ASCII);
                }
                skip(hello, length);
            }
            return "";
        } catch (BufferUnderflowException e) {
            // Whoever speaks TLS properly will find the fault and say so.
            return "";
        }
    }

    private static void skip(ByteBuffer buffer, int count) {
        if (count > buffer.remaining()) {
            throw new BufferUnderflowException();
        }
        buffer.position(buffer.position() + count);
    }
}
