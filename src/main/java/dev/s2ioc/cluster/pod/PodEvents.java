package dev.s2ioc.cluster.pod;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.EventRecorder;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.StoreException;

/** What the kubelet tells about a pod. A namespace that is going takes no events, which ends no pod's work. */
record PodEvents(EventRecorder recorder, JsonNode pod) {
    void normal(String reason, String message) {
        record(() -> recorder.normal(pod, reason, message));
    }

    void warning(String reason, String message) {
        record(() -> recorder.warning(pod, reason, message));
    }

    private static void record(Runnable work) {
        try {
            work.run();
        } catch (StatusException | StoreException e) {
            // Nobody is there to read it any more.
        }
    }
}
