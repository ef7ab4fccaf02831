package dev.s2ioc.command;

import dev.s2ioc.console.Streams;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Says on stderr how an upload goes: a line that is redrawn on a terminal, a new line now and then where there is none. */
final class UploadNotice implements AutoCloseable {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
    private static final Duration BETWEEN_REDRAWS = Duration.ofMillis(250);

    private final PrintStream err;
    private final boolean redraws;
    private final BinaryInput input;
    private final long start = System.nanoTime();
    private final Thread ticker;
    private volatile String phase = "sending";
    private boolean over;
    private boolean drawn;

    UploadNotice(Streams streams, BinaryInput input) {
        this(streams, input, streams.terminal().error() ? BETWEEN_REDRAWS : BETWEEN_LINES);
    }

    UploadNotice(Streams streams, BinaryInput input, Duration between) {
        this.err = streams.err();
        this.redraws = streams.terminal().error();
        this.input = input;
        err.println("Uploading " + input.notice() + " as binary input for the build ...");
        this.ticker = Thread.ofVirtual().start(() -> tick(between));
    }

    /** What goes on; a terminal shows it. */
    void phase(String phase) {
        this.phase = phase;
    }

    /** Says something in between, on a line of its own. */
    synchronized void note(String words) {
        if (over) {
            return;
        }
        if (drawn) {
            err.print("\r\u001b[K");
        }
        err.println(words);
        drawn = false;
    }

    private void tick(Duration between) {
        try {
            while (true) {
                Thread.sleep(between);
                draw();
            }
        } catch (InterruptedException e) {
            // The upload is over.
        }
    }

    private synchronized void draw() {
        if (over) {
            return;
        }
        if (redraws) {
            err.print("\r\u001b[K" + line());
            err.flush();
            drawn = true;
        } else {
            err.println(line());
        }
    }

    private String line() {
        double seconds = (System.nanoTime() - start) / 1e9;
        long bytes = input.stream().bytes();
        String files = input.packing()
                .map(packing -> ", " + packing.archive().files() + " of "
                        + packing.total().files() + " files")
                .orElse("");
        return bytes(bytes) + " sent" + files + ", " + bytes((long) (bytes / seconds)) + "/s"
                + (phase.startsWith("waiting") ? ", " + phase : "");
    }

    /** {@code 1.2 MB}. */
    static String bytes(long count) {
        if (count < 1000) {
            return count + " B";
        }
        double value = count;
        int unit = -1;
        while (value >= 999.95 && unit < 4) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %sB", value, "kMGTP".charAt(unit));
    }

    /** The server has taken all of it. */
    synchronized void finished() {
        stop();
        err.println();
        err.println("Uploading finished");
    }

    private void stop() {
        over = true;
        ticker.interrupt();
        if (drawn) {
            err.print("\r\u001b[K");
        }
    }

    /** Stops drawing. */
    @Override
    public synchronized void close() {
        if (!over) {
            stop();
        }
    }
}
