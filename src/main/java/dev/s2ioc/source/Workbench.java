package dev.s2ioc.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/** What one thread needs to make blocks of a tar into members of a gzip file, each of which stands for itself. */
final class Workbench {
    /** Room for a block that does not get smaller. */
    static final int OUTPUT = TarBlock.SIZE + 4096;

    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 255};

    private final ByteBuffer input = ByteBuffer.allocateDirect(TarBlock.SIZE);
    private final CRC32 crc = new CRC32();
    private final Deflate deflate;

    Workbench(Deflate deflate) {
        this.deflate = deflate;
    }

    void pack(TarBlock block, ByteBuffer out, int level) throws IOException {
        input.clear();
        block.readInto(input);
        input.flip();
        crc.reset();
        crc.update(input.duplicate());
        int length = input.remaining();
        out.put(HEADER);
        deflate.deflate(input, out, level);
        out.order(ByteOrder.LITTLE_ENDIAN).putInt((int) crc.getValue()).putInt(length);
    }
}
