package dev.s2ioc.cluster.kind;

import dev.s2ioc.cluster.store.Event;
import dev.s2ioc.cluster.store.Key;
import dev.s2ioc.cluster.store.Store;
import dev.s2ioc.cluster.store.StoreException;
import dev.s2ioc.cluster.store.Watch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Brings objects towards what they ask for: looks at each when it or what concerns it changes, again when that failed, and once
 * at the start. One key is never worked at twice at the same time; several changes of one may be one call.
 */
public final class Reconciler implements AutoCloseable {
    private static final Duration A_WHILE = Duration.ofMinutes(1);
    private static final Duration RETRY = Duration.ofMillis(200);

    private final Store store;
    private final KeyQueue queue;
    private final List<Watched> watched = new ArrayList<>();
    private final List<Thread> watchers = new ArrayList<>();

    /**
     * @param name for threads and for what is logged
     * @param work looks at one object, which may be gone; a failure makes it be called again, later each time
     * @param failures hears of failures that are no conflict with another writer
     */
    public Reconciler(String name, Machinery machinery, Consumer<Key> work, Consumer<Throwable> failures) {
        this.store = machinery.store();
        this.queue = new KeyQueue(name, work, failures);
    }

    /** Objects of this resource are the keys. */
    public Reconciler of(Type type) {
        return with(type, event -> Stream.of(event.key()));
    }

    /** Changes of this resource concern these keys; also called for each object at the start. */
    public Reconciler with(Type type, Function<Event, Stream<Key>> concerned) {
        watched.add(new Watched(type.resource(), concerned));
        return this;
    }

    /** Looks at a key after a while, beside what changes bring. */
    public void later(Key key, Duration delay) {
        queue.add(key, delay);
    }

    public void start() {
        watched.forEach(each ->
                watchers.add(Thread.ofVirtual().name("watch-" + each.resource()).start(() -> watch(each))));
        queue.start();
    }

    private void watch(Watched each) {
        try {
            while (follow(each)) {
                Thread.sleep(RETRY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until the store is closed, or more has happened than its history holds: then all is looked at anew. */
    private boolean follow(Watched each) throws InterruptedException {
        try {
            long revision = store.revision();
            Watch watch = store.watch(each.resource(), "", revision);
            store.list(each.resource(), "")
                    .forEach(object -> each.tell(
                            new Event(
                                    Event.Type.ADDED,
                                    revision,
                                    Key.of(each.resource(), object),
                                    object,
                                    Optional.empty()),
                            queue));
            while (true) {
                watch.next(A_WHILE).ifPresent(event -> each.tell(event, queue));
            }
        } catch (StoreException e) {
            return e.kind() != StoreException.Kind.CLOSED;
        }
    }

    /** No work starts after this; what is being worked at is waited for. */
    @Override
    public void close() {
        watchers.forEach(Thread::interrupt);
        queue.close();
    }

    private record Watched(String resource, Function<Event, Stream<Key>> concerned) {
        void tell(Event event, KeyQueue queue) {
            concerned.apply(event).forEach(key -> queue.add(key, Duration.ZERO));
        }
    }
}
