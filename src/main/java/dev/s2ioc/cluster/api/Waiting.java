package dev.s2ioc.cluster.api;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The requests that may wait for something to happen, so that a server that stops need not wait for them. */
final class Waiting {
    /** The part of a request that may wait. */
    interface Work {
        void run() throws IOException, InterruptedException;
    }

    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    void run(Work work) throws IOException, InterruptedException {
        threads.add(Thread.currentThread());
        try {
            work.run();
        } finally {
            threads.remove(Thread.currentThread());
        }
    }

    int count() {
        return threads.size();
    }

    /** Ends what waits, and leaves each the time to say so to its client. */
    void end(Duration patience) {
        long limit = System.nanoTime() + patience.toNanos();
        // Once only: an interruption while it writes its end would close the connection under it.
        Set<Thread> told = new HashSet<>();
        try {
            while (!threads.isEmpty() && System.nanoTime() < limit) {
                threads.stream().filter(told::add).forEach(Thread::interrupt);
                Thread.sleep(5);
            }
        } catch (InterruptedException e) {
            // Whoever stops the server in a hurry leaves the clients to find out.
            Thread.currentThread().interrupt();
        }
    }
}
