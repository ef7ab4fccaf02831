package dev.s2ioc.cluster.kind;

import dev.s2ioc.cluster.store.Store;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** What every resource stands on: where objects are, what else is served, and the time. */
public record Machinery(Store store, Kinds kinds, InstantSource clock) {

    /** Now, in the API's form: UTC, whole seconds. */
    public String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
