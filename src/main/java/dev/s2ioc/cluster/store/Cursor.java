package dev.s2ioc.cluster.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * A reader's place in the history of resources: gives every event once, in the order of revisions. It holds no queue, so a
 * slow reader costs nothing and loses nothing until the history it has not read is compacted.
 */
final class Cursor implements Watch {
    private final Set<String> resources;
    private final String namespace;
    private final Recent recent;
    private final LongFunction<List<Event>> stored;
    private final ArrayDeque<Event> pending = new ArrayDeque<>();
    private long read;

    Cursor(Set<String> resources, String namespace, long from, Recent recent, LongFunction<List<Event>> stored) {
        this.resources = resources;
        this.namespace = namespace;
        this.recent = recent;
        this.stored = stored;
        this.read = from;
    }

    @Override
    public Optional<Event> next(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (pending.isEmpty()) {
            Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
            if (!recent.await(read, left)) {
                return Optional.empty();
            }
            fetch();
        }
        return Optional.of(pending.removeFirst());
    }

    @Override
    public long revision() {
        return pending.isEmpty() ? read : pending.getFirst().revision() - 1;
    }

    private void fetch() {
        List<Event> events = recent.after(read).orElseGet(() -> stored.apply(read));
        for (Event event : events) {
            read = event.revision();
            if (concerns(event.key())) {
                pending.addLast(event);
            }
        }
    }

    private boolean concerns(Key key) {
        return resources.contains(key.resource())
                && (namespace.isEmpty() || key.namespace().equals(namespace));
    }
}
