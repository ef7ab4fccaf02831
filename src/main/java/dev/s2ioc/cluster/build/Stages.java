package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** What a build has spent its time on. */
final class Stages {
    private final InstantSource clock;
    private final ArrayNode stages = Json.array();

    Stages(InstantSource clock) {
        this.clock = clock;
    }

    /** Does a piece of work and notes how long it took, whether it succeeds or fails. Equal stages are steps of one. */
    <T, E extends Exception> T time(String stage, String step, Work<T, E> work)
            throws E, BuildFailure, InterruptedException {
        Instant start = clock.instant();
        try {
            return work.run();
        } finally {
            note(stage, step, start);
        }
    }

    /** Notes work that began then and is done now. */
    void note(String stage, String step, Instant start) {
        add(stage, step, start, Duration.between(start, clock.instant()).toMillis());
    }

    private void add(String stage, String step, Instant start, long milliseconds) {
        String startTime = start.truncatedTo(ChronoUnit.SECONDS).toString();
        ObjectNode last = stages.isEmpty() ? Json.object() : (ObjectNode) stages.get(stages.size() - 1);
        if (!Json.at(last, "name").equals(stage)) {
            last = stages.addObject()
                    .put("name", stage)
                    .put("startTime", startTime)
                    .put("durationMilliseconds", 0L);
            last.putArray("steps");
        }
        last.put("durationMilliseconds", last.path("durationMilliseconds").asLong() + milliseconds);
        Json.items(last, "steps")
                .addObject()
                .put("name", step)
                .put("startTime", startTime)
                .put("durationMilliseconds", milliseconds);
    }

    ArrayNode json() {
        return stages.deepCopy();
    }

    /** A piece of work. */
    interface Work<T, E extends Exception> {
        T run() throws E, BuildFailure, InterruptedException;
    }
}
