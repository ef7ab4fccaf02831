package dev.s2ioc.cluster.pod;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The time as the kubelet knows it, and how it waits; tests let it pass faster. */
public interface Patience extends InstantSource {
    void sleep(Duration time) throws InterruptedException;

    static Patience of(InstantSource clock) {
        return new Patience() {
            @Override
            public Instant instant() {
                return clock.instant();
            }

            @Override
            public void sleep(Duration time) throws InterruptedException {
                Thread.sleep(time);
            }
        };
    }

    /** Now, in the API's form. */
    default String now() {
        return instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
