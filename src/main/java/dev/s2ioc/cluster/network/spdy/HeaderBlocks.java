package dev.s2ioc.cluster.network.spdy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Packs and unpacks headers. Each connection has one, for each block is packed with what came before it. */
final class HeaderBlocks {
    private static final int LIMIT = 1 << 20;

    private final Inflater inflater = new Inflater();
    private final Deflater deflater = new Deflater();

    HeaderBlocks() {
        deflater.setDictionary(HeaderDictionary.BYTES);
    }

    Map<String, String> unpack(byte[] bytes, int offset) throws IOException {
        ByteBuffer block = ByteBuffer.wrap(inflated(bytes, offset));
        Map<String, String> headers = new HashMap<>();
        try {
            for (int left = block.getInt(); left > 0; left--) {
                headers.put(text(block), text(block));
            }
        } catch (RuntimeException e) {
            throw new IOException("a SPDY header block is malformed", e);
        }
        return headers;
    }

    private static String text(ByteBuffer block) {
        byte[] text = new byte[Math.min(block.getInt(), block.remaining())];
        block.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private byte[] inflated(byte[] bytes, int offset) throws IOException {
        inflater.setInput(bytes, offset, bytes.length - offset);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        try {
            while (true) {
                int count = inflater.inflate(buffer);
                out.write(buffer, 0, count);
                if (out.size() > LIMIT) {
                    throw new IOException("a SPDY header block is too large");
                }
                if (inflater.needsDictionary()) {
                    inflater.setDictionary(HeaderDictionary.BYTES);
                } else if (count == 0) {
                    return out.toByteArray();
                }
            }
        } catch (DataFormatException | IllegalArgumentException e) {
            throw new IOException("a SPDY header block cannot be unpacked", e);
        }
    }

    byte[] packedNothing() {
        deflater.setInput(new byte[4]);
        byte[] buffer = new byte[256];
        int length = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
        return Arrays.copyOf(buffer, length);
    }

    void end() {
        inflater.end();
        deflater.end();
    }
}
