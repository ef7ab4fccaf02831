package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** Ends a build that takes longer than its completionDeadlineSeconds; OpenShift says no more of it than that the build failed. */
final class Deadline {
    private Deadline() {}

    static void watch(JsonNode build, RunningBuild thread) {
        long seconds = build.path("spec").path("completionDeadlineSeconds").asLong();
        if (seconds <= 0) {
            return;
        }
        Thread.ofVirtual().start(() -> {
            try {
                thread.join(Duration.ofSeconds(seconds));
                thread.end(Reason.GenericBuildFailed);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
