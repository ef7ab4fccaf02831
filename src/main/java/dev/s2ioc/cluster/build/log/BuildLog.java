package dev.s2ioc.cluster.build.log;

import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;

/** The log of a build that runs: each line goes to disk with its time, and followers see it at once. */
public final class BuildLog implements Consumer<String>, Closeable {
    private final InstantSource clock;
    private final OutputStream out;
    private final Consumer<BuildLog> whenClosed;
    private long length;
    private boolean closed;

    BuildLog(Path file, InstantSource clock, Consumer<BuildLog> whenClosed) throws IOException {
        this.clock = clock;
        // Not a channel: an interrupted writer would close it.
        this.out = new FileOutputStream(file.toFile());
        this.whenClosed = whenClosed;
    }

    @Override
    public synchronized void accept(String line) {
        if (closed) {
            // A step that outlives its build has nobody to talk to.
            return;
        }
        byte[] bytes = (LogTime.text(clock.instant()) + " " + line + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        length += bytes.length;
        notifyAll();
    }

    /** Waits until the file is longer than that, or complete; answers its length. */
    synchronized long awaitLongerThan(long known) throws InterruptedException {
        while (length <= known && !closed) {
            wait();
        }
        return length;
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        notifyAll();
        whenClosed.accept(this);
        out.close();
    }
}
