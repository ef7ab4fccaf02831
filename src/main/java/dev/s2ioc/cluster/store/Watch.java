package dev.s2ioc.cluster.store;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Gives every event of a resource once, in the order of revisions. For one reader. */
public interface Watch {
    /** The next event; empty when the time ran out. Throws EXPIRED when unread history is gone, CLOSED when the store is. */
    Optional<Event> next(Duration timeout) throws InterruptedException;

    /** Up to which revision everything has been given out: what a bookmark says. */
    long revision();

    /** The same watch with each event made into another, or left out. */
    default Watch map(Function<Event, Optional<Event>> change) {
        Watch source = this;
        return new Watch() {
            @Override
            public Optional<Event> next(Duration timeout) throws InterruptedException {
                long deadline = System.nanoTime() + timeout.toNanos();
                while (true) {
                    Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
                    Optional<Event> event = source.next(left);
                    if (event.isEmpty()) {
                        return event;
                    }
                    Optional<Event> changed = event.flatMap(change);
                    if (changed.isPresent()) {
                        return changed;
                    }
                }
            }

            @Override
            public long revision() {
                return source.revision();
            }
        };
    }
}
