package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Json;

/** Where a build stands, spelled as on the wire. */
public enum Phase {
    New,
    Pending,
    Running,
    Complete,
    Failed,
    Error,
    Cancelled;

    public static Phase of(JsonNode build) {
        String phase = Json.at(build, "status", "phase");
        return phase.isEmpty() ? New : valueOf(phase);
    }

    public boolean isTerminal() {
        return compareTo(Running) > 0;
    }

    boolean isActive() {
        return this == Pending || this == Running;
    }
}
