package dev.s2ioc.cluster.pod;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.EventRecorder;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.StoreException;

/**
 * What the kubelet tells about a pod. A namespace that is going takes no events, which ends no pod's work.
 *
 * @param part the container that it is about, as a field of the pod; empty for the pod as a whole
 */
record PodEvents(EventRecorder recorder, JsonNode pod, String part) {
    PodEvents(EventRecorder recorder, JsonNode pod) {
        this(recorder, pod, "");
    }

    /** @param list {@code containers} or {@code initContainers} */
    PodEvents of(String list, String container) {
        return new PodEvents(recorder, pod, "spec." + list + "{" + container + "}");
    }

    void normal(String reason, String message) {
        record("Normal", reason, message);
    }

    void warning(String reason, String message) {
        record("Warning", reason, message);
    }

    private void record(String type, String reason, String message) {
        try {
            recorder.record(pod, part, type, reason, message);
        } catch (StatusException | StoreException e) {
            // Nobody is there to read it any more.
        }
    }
}
