package dev.s2ioc.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A stretch of a tar that is laid out but not read yet: the thread that packs it reads it. */
final class TarBlock {
    static final int SIZE = 512 * 1024;

    private sealed interface Part {}

    private record Bytes(byte[] bytes, int from, int count) implements Part {}

    private record Content(SourceFile file, long from, int count) implements Part {}

    private final List<Part> parts = new ArrayList<>();
    private int length;

    int length() {
        return length;
    }

    int room() {
        return SIZE - length;
    }

    void add(byte[] bytes, int from, int count) {
        parts.add(new Bytes(bytes, from, count));
        length += count;
    }

    /** A part of a file, which has one reader more with it. */
    void add(SourceFile file, long from, int count) {
        file.expectReader();
        parts.add(new Content(file, from, count));
        length += count;
    }

    /** Reads all of it, once, into a buffer that has room for it. */
    void readInto(ByteBuffer buffer) throws IOException {
        for (Part part : parts) {
            switch (part) {
                case Bytes bytes -> buffer.put(bytes.bytes(), bytes.from(), bytes.count());
                case Content content -> {
                    buffer.limit(buffer.position() + content.count());
                    content.file().read(content.from(), buffer);
                    buffer.limit(buffer.capacity());
                }
            }
        }
    }
}
