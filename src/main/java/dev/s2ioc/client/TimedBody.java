package dev.s2ioc.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** A body that must be read to its end in time: the request timeout covers the whole answer, not its beginning only. */
final class TimedBody extends FilterInputStream {
    private final Thread guard;
    private volatile boolean late;

    TimedBody(InputStream body, Duration time) {
        super(body);
        guard = Thread.ofVirtual().start(() -> guard(time));
    }

    private void guard(Duration time) {
        try {
            Thread.sleep(time.isPositive() ? time : Duration.ZERO);
            late = true;
            in.close();
        } catch (InterruptedException | IOException e) {
            // Interrupted: the body has been closed in time. Not closeable: then its reader already has the failure.
        }
    }

    @Override
    public int read() throws IOException {
        try {
            return inTime(in.read());
        } catch (IOException e) {
            throw late(e);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return inTime(in.read(buffer, offset, length));
        } catch (IOException e) {
            throw late(e);
        }
    }

    /** A body that has been closed under its reader may look like one that has come to its end. */
    private int inTime(int read) throws IOException {
        if (read < 0 && late) {
            throw new IOException("closed");
        }
        return read;
    }

    private IOException late(IOException e) {
        if (!late) {
            return e;
        }
        HttpTimeoutException timeout = new HttpTimeoutException("the answer took too long");
        timeout.initCause(e);
        return timeout;
    }

    @Override
    public void close() throws IOException {
        guard.interrupt();
        super.close();
    }
}
