package dev.s2ioc.cluster.api;

import java.io.IOException;
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

    void interrupt() {
        threads.forEach(Thread::interrupt);
    }
}
