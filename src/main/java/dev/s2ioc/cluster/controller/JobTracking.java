package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Finalizers;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts each pod of a job once, however soon it is deleted after its end: a finalizer keeps it until the job's status has its
 * uid; when the finalizer is gone, the uid becomes one more in a number.
 */
record JobTracking(JsonNode job, List<ObjectNode> pods) {
    static final String FINALIZER = "batch.kubernetes.io/job-tracking";

    private static final String UNCOUNTED = "uncountedTerminatedPods";

    /** How a pod counts. */
    enum End {
        succeeded,
        failed
    }

    static boolean isTracked(JsonNode pod) {
        return Finalizers.has(pod, FINALIZER);
    }

    static void release(ObjectNode pod) {
        Finalizers.remove(pod, FINALIZER);
    }

    private boolean isOver(JsonNode pod) {
        boolean patient = Json.at(job, "spec", "podReplacementPolicy").equals("Failed");
        return PodState.hasEnded(pod) || !patient && Claims.isLeaving(pod);
    }

    /** Those whose end has to be noted before they can go. */
    List<ObjectNode> over() {
        return pods.stream().filter(pod -> isTracked(pod) && isOver(pod)).toList();
    }

    private Set<String> over(End end) {
        FailurePolicy policy = new FailurePolicy(job);
        return over().stream()
                .filter(pod -> PodState.phase(pod).equals("Succeeded") == (end == End.succeeded))
                .filter(pod -> end == End.succeeded || !policy.isIgnored(pod))
                .map(JobTracking::uid)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String uid(JsonNode pod) {
        return Json.at(pod, "metadata", "uid");
    }

    private Stream<String> noted(End end) {
        return job.path("status").path(UNCOUNTED).path(end.name()).valueStream().map(JsonNode::asText);
    }

    /** How many there are by now, with those that are yet to be counted. */
    long total(End end) {
        return counted(end) + over(end).size();
    }

    private long counted(End end) {
        Set<String> over = over(end);
        long more = noted(end).filter(uid -> !over.contains(uid)).count();
        return Math.max(untracked(end), job.path("status").path(end.name()).asLong(0) + more);
    }

    /** Of a job that is older than the finalizer there may be pods without one; others have been counted. */
    private long untracked(End end) {
        String phase = end == End.succeeded ? "Succeeded" : "Failed";
        FailurePolicy policy = new FailurePolicy(job);
        return pods.stream()
                .filter(pod -> !isTracked(pod) && !Claims.isLeaving(pod))
                .filter(pod -> PodState.phase(pod).equals(phase))
                .filter(pod -> end == End.succeeded || !policy.isIgnored(pod))
                .count();
    }

    /** Writes down who is over, and counts who has been written down and let go. */
    void write(ObjectNode status, End end) {
        ReplicaStatus.count(status, end.name(), counted(end));
        ObjectNode uncounted = Json.child(status, UNCOUNTED);
        uncounted.remove(end.name());
        over(end).forEach(Json.items(uncounted, end.name())::add);
        if (uncounted.path(end.name()).isEmpty()) {
            uncounted.remove(end.name());
        }
    }
}
