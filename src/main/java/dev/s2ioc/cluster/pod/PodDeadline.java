package dev.s2ioc.cluster.pod;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/** Ends a pod that is active for longer than it says. */
record PodDeadline(PodWorker pod, PodStatus status) {
    private static final String WHY = "Pod was active on the node longer than the specified deadline";

    void watch() {
        JsonNode deadline = pod.stored().path("spec").path("activeDeadlineSeconds");
        if (!deadline.isNumber()) {
            return;
        }
        Instant end = Instant.parse(pod.patience().now()).plusSeconds(deadline.asLong());
        Thread.ofVirtual().start(() -> {
            try {
                Duration left = Duration.between(pod.patience().instant(), end);
                pod.patience().sleep(left.isNegative() ? Duration.ZERO : left);
                if (!pod.hasEnded()) {
                    pod.events().normal("DeadlineExceeded", WHY);
                    status.fail("DeadlineExceeded", WHY);
                    pod.stop(pod.grace());
                    status.lose();
                    pod.changed();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
