package dev.s2ioc.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read through it; any thread may look at the count. */
public final class Meter extends FilterInputStream {
    private volatile long bytes;
    private volatile boolean atEnd;

    public Meter(InputStream in) {
        super(in);
    }

    public long bytes() {
        return bytes;
    }

    /** Whether all has been read. */
    public boolean isAtEnd() {
        return atEnd;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? -1 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(read);
        return read;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        count((int) skipped);
        return skipped;
    }

    private void count(int read) {
        if (read < 0) {
            atEnd = true;
        } else {
            bytes = bytes + read;
        }
    }
}
