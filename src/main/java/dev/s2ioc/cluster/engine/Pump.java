package dev.s2ioc.cluster.engine;

import java.io.IOException;
import java.io.InputStream;

/** Passes on what a program writes. On a thread of the platform: a virtual one that waits for a file's bytes holds its carrier. */
final class Pump implements Runnable {
    private static final int BUFFER = 32 * 1024;

    private final InputStream from;
    private final Output.Stream stream;
    private final Output to;
    private final Runnable onRefusal;

    private Pump(InputStream from, Output.Stream stream, Output to, Runnable onRefusal) {
        this.from = from;
        this.stream = stream;
        this.to = to;
        this.onRefusal = onRefusal;
    }

    static Thread start(InputStream from, Output.Stream stream, Output to, Runnable onRefusal) {
        return Thread.ofPlatform().daemon().name("container-" + stream).start(new Pump(from, stream, to, onRefusal));
    }

    @Override
    public void run() {
        byte[] buffer = new byte[BUFFER];
        for (int count = read(buffer); count >= 0; count = read(buffer)) {
            try {
                to.write(stream, buffer, 0, count);
            } catch (IOException e) {
                onRefusal.run();
                return;
            }
        }
    }

    /** A stream that breaks has ended: its program is being killed. */
    private int read(byte[] buffer) {
        try {
            return from.read(buffer);
        } catch (IOException e) {
            return -1;
        }
    }
}
