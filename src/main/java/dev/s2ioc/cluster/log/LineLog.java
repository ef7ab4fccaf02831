package dev.s2ioc.cluster.log;

import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.function.Consumer;

/** The log of something that runs: each line goes to disk with its time, and followers see it at once. */
public final class LineLog implements Consumer<String>, Closeable {
    /** Instead of a length: another file has been begun. */
    static final long TURNED = -1;

    static final int KEPT = 5;

    private final Path file;
    private final long limit;
    private final InstantSource clock;
    private OutputStream out;
    private int turn;
    private final Consumer<LineLog> whenClosed;
    private long length;
    private boolean closed;

    /** @param more whether what the file holds stays */
    LineLog(Path file, boolean more, long limit, InstantSource clock, Consumer<LineLog> whenClosed) throws IOException {
        this.file = file;
        this.limit = limit;
        this.clock = clock;
        // Not a channel: an interrupted writer would close it.
        this.out = new FileOutputStream(file.toFile(), more);
        this.length = Files.size(file);
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
            if (limit > 0 && length >= limit) {
                turn();
            }
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        length += bytes.length;
        notifyAll();
    }

    /** Puts a file that is full behind those before it, of which the oldest goes, and begins another one. */
    private void turn() throws IOException {
        out.close();
        for (int i = KEPT - 1; i > 0; i--) {
            Path older = i == 1 ? file : file.resolveSibling(file.getFileName() + "." + (i - 1));
            if (Files.exists(older)) {
                Files.move(
                        older, file.resolveSibling(file.getFileName() + "." + i), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        out = new FileOutputStream(file.toFile());
        length = 0;
        turn++;
    }

    /** The file that is written now. */
    synchronized Opened open() throws IOException {
        return new Opened(turn, new RandomAccessFile(file.toFile(), "r"));
    }

    /** Waits until the file is longer than that, complete, or followed by another one; answers its length, or that it is not. */
    synchronized long awaitLongerThan(int known, long position) throws InterruptedException {
        while (turn == known && length <= position && !closed) {
            wait();
        }
        return turn == known ? length : TURNED;
    }

    /** One of the files, by its number. */
    record Opened(int turn, RandomAccessFile file) {}

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        notifyAll();
        whenClosed.accept(this);
        out.close();
    }
}
