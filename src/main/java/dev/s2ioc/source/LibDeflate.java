package dev.s2ioc.source;

import io.airlift.compress.v3.deflate.DeflateNativeCompressor;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/** libdeflate, which is three times as fast as the JDK's and packs as small; but loading it takes a moment. */
final class LibDeflate implements Deflate {
    private final DeflateNativeCompressor[] levels = new DeflateNativeCompressor[10];

    /** Whether there is one for this machine. */
    static boolean isThere() {
        return DeflateNativeCompressor.isEnabled();
    }

    @Override
    public void deflate(ByteBuffer in, ByteBuffer out, int level) {
        if (levels[level] == null) {
            levels[level] = new DeflateNativeCompressor(level);
        }
        int length = levels[level].compress(MemorySegment.ofBuffer(in), MemorySegment.ofBuffer(out));
        in.position(in.limit());
        out.position(out.position() + length);
    }
}
