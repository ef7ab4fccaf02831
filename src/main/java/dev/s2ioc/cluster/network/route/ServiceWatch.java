package dev.s2ioc.cluster.network.route;

import dev.s2ioc.cluster.kind.Duplex;
import java.time.Duration;

/** Hangs up on a service that says nothing for too long. */
final class ServiceWatch implements AutoCloseable {
    private final Duplex service;
    private final Thread thread;
    private volatile Duration limit;
    private volatile long last = System.nanoTime();
    private volatile boolean late;

    ServiceWatch(Duplex service, Duration limit) {
        this.service = service;
        this.limit = limit;
        this.thread = Thread.ofVirtual().name("route-timeout").start(this::run);
    }

    private void run() {
        try {
            long left = limit.toNanos();
            while (left > 0) {
                Thread.sleep(Duration.ofNanos(left));
                left = last + limit.toNanos() - System.nanoTime();
            }
            late = true;
            service.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Something has been said. */
    void touch() {
        last = System.nanoTime();
    }

    /** From now on another protocol is spoken, whose silences are longer. */
    void tunnel(Duration longer) {
        limit = longer;
        touch();
    }

    boolean isLate() {
        return late;
    }

    Duration limit() {
        return limit;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
