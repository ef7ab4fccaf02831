package dev.s2ioc.cluster.kind;

import dev.s2ioc.cluster.store.Key;
import dev.s2ioc.cluster.store.StoreException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Keys that wait to be worked at: each at most once in the queue and once in work, failures again after a growing pause. */
final class KeyQueue {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration END = Duration.ofSeconds(10);

    private final String name;
    private final Consumer<Key> work;
    private final Consumer<Throwable> failures;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PriorityQueue<Due> waiting = new PriorityQueue<>((a, b) -> Long.compare(a.at() - b.at(), 0));
    private final Map<Key, Long> dueAt = new HashMap<>();
    private final Set<Key> inWork = new HashSet<>();
    private final Map<Key, Integer> failed = new HashMap<>();
    private boolean closed;
    private Thread dispatcher;

    KeyQueue(String name, Consumer<Key> work, Consumer<Throwable> failures) {
        this.name = name;
        this.work = work;
        this.failures = failures;
    }

    void start() {
        dispatcher = Thread.ofVirtual().name(name).start(this::dispatch);
    }

    /** The sooner of two times for the same key counts. */
    void add(Key key, Duration delay) {
        lock.lock();
        try {
            long at = System.nanoTime() + delay.toNanos();
            Long earlier = dueAt.get(key);
            if (earlier == null || at - earlier < 0) {
                dueAt.put(key, at);
                waiting.add(new Due(key, at));
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void dispatch() {
        lock.lock();
        try {
            while (!closed) {
                Due next = waiting.peek();
                long left = next == null ? Long.MAX_VALUE : next.at() - System.nanoTime();
                if (left > 0) {
                    changed.awaitNanos(left);
                } else {
                    begin(waiting.remove());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** A key in work comes back when the work is over. */
    private void begin(Due due) {
        if (!Long.valueOf(due.at()).equals(dueAt.get(due.key()))) {
            return;
        }
        if (inWork.contains(due.key())) {
            return;
        }
        dueAt.remove(due.key());
        inWork.add(due.key());
        Thread.ofVirtual().name(name + "-" + due.key().name()).start(() -> run(due.key()));
    }

    private void run(Key key) {
        Throwable failure = null;
        try {
            work.accept(key);
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        lock.lock();
        try {
            inWork.remove(key);
            if (failure == null) {
                failed.remove(key);
            } else if (!isClosed(failure)) {
                report(failure);
                add(key, pause(failed.merge(key, 1, Integer::sum)));
            }
            Long again = dueAt.get(key);
            if (again != null) {
                waiting.removeIf(due -> due.key().equals(key));
                waiting.add(new Due(key, again));
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void report(Throwable failure) {
        boolean conflict = failure instanceof StatusException status && status.code() == 409;
        if (!conflict) {
            failures.accept(failure);
        }
    }

    private static boolean isClosed(Throwable failure) {
        return failure instanceof StoreException store && store.kind() == StoreException.Kind.CLOSED;
    }

    private static Duration pause(int failures) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            long end = System.nanoTime() + END.toNanos();
            while (!inWork.isEmpty() && end - System.nanoTime() > 0) {
                changed.awaitNanos(end - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private record Due(Key key, long at) {}
}
