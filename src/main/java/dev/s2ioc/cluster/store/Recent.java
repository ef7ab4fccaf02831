package dev.s2ioc.cluster.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The last events, in memory, for watchers that keep up; and the bell that wakes them. */
final class Recent {
    private static final int LIMIT = 1024;
    private static final long BYTES = 16L << 20;

    private record Kept(Event event, long bytes) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final ArrayDeque<Kept> events = new ArrayDeque<>();
    private long bytes;
    private long latest;
    private boolean closed;

    Recent(long latest) {
        this.latest = latest;
    }

    /** @param size of the event as JSON; the trees take a multiple of it */
    void add(Event event, long size) {
        lock.lock();
        try {
            events.addLast(new Kept(event, size));
            bytes += size;
            while (events.size() > LIMIT || bytes > BYTES && events.size() > 1) {
                bytes -= events.removeFirst().bytes();
            }
            latest = event.revision();
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    long latest() {
        lock.lock();
        try {
            return latest;
        } finally {
            lock.unlock();
        }
    }

    /** All events after a revision; empty when some of them are no longer in memory. */
    Optional<List<Event>> after(long revision) {
        lock.lock();
        try {
            if (revision >= latest) {
                return Optional.of(List.of());
            }
            if (events.isEmpty() || events.getFirst().event().revision() > revision + 1) {
                return Optional.empty();
            }
            List<Event> found = new ArrayList<>();
            var newestFirst = events.descendingIterator();
            while (newestFirst.hasNext()) {
                Event event = newestFirst.next().event();
                if (event.revision() <= revision) {
                    break;
                }
                found.add(event);
            }
            return Optional.of(found.reversed());
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is an event after the revision; false when the time ran out. */
    boolean await(long revision, Duration timeout) throws InterruptedException {
        lock.lock();
        try {
            long left = timeout.toNanos();
            while (latest <= revision && !closed && left > 0) {
                left = news.awaitNanos(left);
            }
            if (closed) {
                throw new StoreException(StoreException.Kind.CLOSED, "the store is closed");
            }
            return latest > revision;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
