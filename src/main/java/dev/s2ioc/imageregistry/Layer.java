package dev.s2ioc.imageregistry;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdUtils;

/** A layer's content: a tar archive, compressed or not. It is read as it comes, never kept whole. */
public final class Layer {
    private static final int MAGIC = 4;

    /** Takes the entries, one after the other; false ends the reading. */
    public interface Entries {
        boolean take(TarArchiveEntry entry, InputStream content) throws IOException;
    }

    private Layer() {}

    /** Reads a layer to its end, so that its digest is verified, unless the entries were ended early. */
    public static boolean read(InputStream blob, Entries entries) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(blob, 64 * 1024);
        TarArchiveInputStream tar = new TarArchiveInputStream(decompressed(buffered), "UTF-8");
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (!entries.take(entry, tar)) {
                return false;
            }
        }
        buffered.transferTo(OutputStream.nullOutputStream());
        return true;
    }

    /** The tar archive; how it is compressed is seen from its first bytes, for media types are not always true. */
    public static InputStream decompressed(BufferedInputStream in) throws IOException {
        in.mark(MAGIC);
        byte[] magic = in.readNBytes(MAGIC);
        in.reset();
        if (GzipCompressorInputStream.matches(magic, magic.length)) {
            return GzipCompressorInputStream.builder()
                    .setInputStream(in)
                    .setDecompressConcatenated(true)
                    .get();
        }
        if (ZstdUtils.matches(magic, magic.length)) {
            if (!ZstdUtils.isZstdCompressionAvailable()) {
                throw new IOException("the layer is compressed with zstd, which cannot be read here");
            }
            return new ZstdCompressorInputStream(in);
        }
        return in;
    }
}
