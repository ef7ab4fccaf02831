package dev.s2ioc.wire;

import java.io.IOException;
import java.util.Arrays;

/** Bytes of a connection, read in blocks; what is left after an answer belongs to the next. */
final class Buffered {
    private final Link source;
    private final byte[] block = new byte[16 * 1024];
    private int position;
    private int end;

    Buffered(Link source) {
        this.source = source;
    }

    int read() throws IOException {
        return position == end && !fill() ? -1 : block[position++] & 0xff;
    }

    int read(byte[] bytes, int offset, int length) throws IOException {
        if (position == end) {
            if (length >= block.length) {
                return source.read(bytes, offset, length);
            }
            if (!fill()) {
                return -1;
            }
        }
        int count = Math.min(length, end - position);
        System.arraycopy(block, position, bytes, offset, count);
        position += count;
        return count;
    }

    /** Passes over these bytes if they are the next, and here already. */
    boolean skip(byte[] expected) {
        boolean same = available() >= expected.length
                && Arrays.equals(block, position, position + expected.length, expected, 0, expected.length);
        if (same) {
            position += expected.length;
        }
        return same;
    }

    /** What can be read without waiting. */
    int available() {
        return end - position;
    }

    private boolean fill() throws IOException {
        int count = source.read(block, 0, block.length);
        position = 0;
        end = Math.max(0, count);
        return count > 0;
    }
}
