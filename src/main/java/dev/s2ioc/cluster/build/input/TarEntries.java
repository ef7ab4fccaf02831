package dev.s2ioc.cluster.build.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The entries of a tar, one after the other, as long as their headers are of a size that names and times can have. */
final class TarEntries {
    /** Names and PAX headers are read into memory. */
    private static final int LONGEST_HEADER = 1 << 20;

    private final Metered metered;
    private final TarArchiveInputStream tar;
    private long skipped;

    TarEntries(InputStream in) {
        this.metered = new Metered(in);
        this.tar = new TarArchiveInputStream(metered, "UTF-8");
    }

    /** The next entry; null after the last one. What is left of the content before it is skipped. */
    TarArchiveEntry next() throws IOException, InputException {
        metered.left = LONGEST_HEADER + skipped;
        try {
            TarArchiveEntry entry = tar.getNextEntry();
            skipped = entry == null ? 0 : Math.max(0, entry.getSize());
            return entry;
        } catch (IOException e) {
            if (metered.left < 0) {
                throw new InputException("the archive has an entry whose header is longer than " + LONGEST_HEADER
                        + " bytes, which no name needs");
            }
            throw e;
        }
    }

    /** The content of the present entry, to be read to its end. */
    InputStream content() {
        metered.left = Long.MAX_VALUE;
        skipped = 0;
        return tar;
    }

    /** A stream that ends with a failure when more is read than is allowed at the time. */
    private static final class Metered extends FilterInputStream {
        private long left;

        Metered(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            spend(1);
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            spend(n);
            return n;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = super.skip(count);
            spend(skipped);
            return skipped;
        }

        private void spend(long count) throws IOException {
            left -= Math.max(0, count);
            if (left < 0) {
                throw new IOException("more than may be read here");
            }
        }
    }
}
