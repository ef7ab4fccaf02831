package dev.s2ioc.cluster.network;

import dev.s2ioc.cluster.kind.Duplex;
import java.io.IOException;

/** Joins two connections: what one says the other hears, until both have said all they had to. */
public record Splice(Duplex one, Duplex other) {
    private static final int CHUNK = 64 * 1024;

    /** Returns when both directions have ended, each by itself, or when one has failed; then both are closed. */
    public void run() throws InterruptedException {
        Thread there = Thread.ofVirtual().name("splice").start(() -> copy(one, other));
        try {
            copy(other, one);
            there.join();
        } finally {
            one.close();
            other.close();
        }
    }

    private static void copy(Duplex from, Duplex to) {
        byte[] chunk = new byte[CHUNK];
        try {
            for (int count = from.in().read(chunk);
                    count >= 0;
                    count = from.in().read(chunk)) {
                to.out().write(chunk, 0, count);
                to.out().flush();
            }
            to.out().close();
        } catch (IOException e) {
            // One of the two is gone; the other has nobody to talk to.
            from.close();
            to.close();
        }
    }
}
