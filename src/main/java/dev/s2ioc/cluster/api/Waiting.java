package dev.s2ioc.cluster.api;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The answers that go on until something happens, so that a server that stops need not wait for them. */
final class Waiting {
    /** An answer that may wait in between. */
    interface Work {
        void run() throws IOException;
    }

    /** The waiting itself, in which nothing is read or written. */
    interface Pause<T> {
        T over() throws InterruptedException;
    }

    private final Set<Thread> open = ConcurrentHashMap.newKeySet();
    private final Set<Thread> pausing = new HashSet<>();
    private boolean ending;

    void run(Work work) throws IOException {
        open.add(Thread.currentThread());
        try {
            work.run();
        } finally {
            open.remove(Thread.currentThread());
        }
    }

    /**
     * Waits, until the server stops. Only here a thread is interrupted: an interruption while it reads or writes would close
     * the connection under it.
     *
     * @throws InterruptedException if the server stops
     */
    <T> T pause(Pause<T> pause) throws InterruptedException {
        Thread thread = Thread.currentThread();
        synchronized (this) {
            if (ending) {
                throw new InterruptedException("the server stops");
            }
            pausing.add(thread);
        }
        try {
            return pause.over();
        } finally {
            synchronized (this) {
                pausing.remove(thread);
                if (ending) {
                    Thread.interrupted();
                }
            }
        }
    }

    int count() {
        return open.size();
    }

    /** Ends all pauses, and leaves each answer the time to end properly. */
    void end(Duration patience) {
        synchronized (this) {
            ending = true;
            pausing.forEach(Thread::interrupt);
        }
        long limit = System.nanoTime() + patience.toNanos();
        try {
            while (!open.isEmpty() && System.nanoTime() < limit) {
                Thread.sleep(5);
            }
        } catch (InterruptedException e) {
            // Whoever stops the server in a hurry leaves the clients to find out.
            Thread.currentThread().interrupt();
        }
    }
}
