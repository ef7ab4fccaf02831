package dev.s2ioc.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** Cancels one build: marks it, and waits until the server has stopped it. */
public final class BuildCancellation {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int ATTEMPTS = 60;

    private final Builds builds;
    private final String name;

    public BuildCancellation(Session session, String name) {
        this.builds = new Builds(session);
        this.name = name;
    }

    /**
     * Marks the build as to be cancelled. Whoever changes it at the same time is waited for.
     *
     * @return the build as it is now; it may have ended meanwhile
     * @throws ApiException if the server refuses
     */
    public JsonNode mark() throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            JsonNode build = builds.get(name);
            if (Builds.hasEnded(build)) {
                return build;
            }
            ObjectNode changed = build.deepCopy();
            changed.withObjectProperty("status").put("cancelled", true);
            try {
                return builds.update(changed);
            } catch (ApiException e) {
                if (!e.isConflict() || attempt == ATTEMPTS) {
                    throw e;
                }
            }
            Thread.sleep(PAUSE);
        }
    }

    /** The build once it has ended, or as it is after half a minute. */
    public JsonNode awaitEnd() throws InterruptedException {
        JsonNode build = builds.get(name);
        for (int attempt = 1; attempt < ATTEMPTS && !Builds.hasEnded(build); attempt++) {
            Thread.sleep(PAUSE);
            build = builds.get(name);
        }
        return build;
    }
}
