package dev.s2ioc.source;

import java.nio.ByteBuffer;
import java.util.zip.Deflater;

/** The JDK's own. */
final class JdkDeflate implements Deflate {
    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);

    @Override
    public void deflate(ByteBuffer in, ByteBuffer out, int level) {
        deflater.reset();
        deflater.setLevel(level);
        deflater.setInput(in);
        deflater.finish();
        while (!deflater.finished()) {
            deflater.deflate(out);
        }
    }
}
