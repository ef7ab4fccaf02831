package dev.s2ioc.cluster.engine;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Keeps what a program writes. */
final class Captured implements Output {
    private static final long PATIENCE_MILLIS = 150_000;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Override
    public synchronized void write(Stream stream, byte[] bytes, int offset, int length) {
        (stream == Stream.STDOUT ? out : err).write(bytes, offset, length);
        notifyAll();
    }

    synchronized Text text() {
        return new Text(out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Waits until a line has come on stdout, whole. */
    synchronized void awaitLine(String line) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (Arrays.stream(text().out().split("(?<=\n)")).noneMatch((line + "\n")::equals)) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("no line " + line + " in: " + text());
            }
            wait(left);
        }
    }

    /** What has come on each stream. */
    record Text(String out, String err) {}
}
