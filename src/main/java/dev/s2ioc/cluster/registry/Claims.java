package dev.s2ioc.cluster.registry;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Lets pushes and the collector pass each other. A push claims the content that it relies on; what was claimed since the
 * collector began to look around is not discarded, whatever the collector has seen.
 */
final class Claims {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Set<Digest> claimed = new HashSet<>();
    private boolean collecting;

    /** Work of a push, or of the collector. */
    interface Work<T> {
        T run() throws IOException;
    }

    /** Runs a step of a push, in which none of this content is discarded, nor later in a collection under way. */
    <T> T using(Collection<Digest> content, Work<T> step) throws IOException {
        lock.readLock().lock();
        try {
            claim(content);
            return step.run();
        } finally {
            lock.readLock().unlock();
        }
    }

    private void claim(Collection<Digest> content) {
        synchronized (claimed) {
            if (collecting) {
                claimed.addAll(content);
            }
        }
    }

    /** Runs a whole collection, for which claims are kept. */
    <T> T collecting(Work<T> collection) throws IOException {
        note(true);
        try {
            return collection.run();
        } finally {
            note(false);
        }
    }

    private void note(boolean begun) {
        lock.writeLock().lock();
        try {
            synchronized (claimed) {
                collecting = begun;
                claimed.clear();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Discards content while no push is at work; false if a push has claimed it. */
    boolean discard(Digest content, Work<Boolean> removal) throws IOException {
        lock.writeLock().lock();
        try {
            synchronized (claimed) {
                if (claimed.contains(content)) {
                    return false;
                }
            }
            return removal.run();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
