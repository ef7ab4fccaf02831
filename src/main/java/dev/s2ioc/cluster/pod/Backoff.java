package dev.s2ioc.cluster.pod;

import java.time.Duration;
import java.time.Instant;

/** How long a container that has ended waits before it is started again: not at all, then 10 s, doubling to 5 minutes. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration GOOD = Duration.ofMinutes(10);

    private Duration next = Duration.ZERO;

    /** After a run from one time to another; one that was long is forgiven. */
    Duration after(Instant begin, Instant end) {
        if (Duration.between(begin, end).compareTo(GOOD) >= 0) {
            next = Duration.ZERO;
        }
        Duration now = next;
        Duration doubled = now.isZero() ? FIRST : now.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return now;
    }
}
