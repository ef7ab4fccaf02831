package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.controller.JobTracking.End;
import dev.s2ioc.cluster.store.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How far a job is, by its pods. */
record JobProgress(JsonNode job, List<ObjectNode> pods, Instant now) {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    List<ObjectNode> active() {
        return pods.stream().filter(PodState::isActive).toList();
    }

    JobIndexes indexes() {
        return new JobIndexes(job, pods);
    }

    JobTracking tracking() {
        return new JobTracking(job, pods);
    }

    /** A pod that somebody has deleted since has ended all the same. */
    private long succeeded() {
        if (indexes().areUsed()) {
            return indexes().completed().cardinality();
        }
        long present = pods.stream()
                .filter(pod -> PodState.phase(pod).equals("Succeeded"))
                .count();
        return Math.max(present, tracking().total(End.succeeded));
    }

    private long failed() {
        long present = failures(pods).count();
        return Math.max(present, tracking().total(End.failed));
    }

    /** Those failures that count. */
    private Stream<ObjectNode> failures(List<ObjectNode> pods) {
        FailurePolicy policy = new FailurePolicy(job);
        return pods.stream().filter(pod -> PodState.phase(pod).equals("Failed")).filter(pod -> !policy.isIgnored(pod));
    }

    private long spec(String field, long otherwise) {
        return job.path("spec").path(field).asLong(otherwise);
    }

    private boolean isQueue() {
        return !job.path("spec").hasNonNull("completions");
    }

    boolean hasEnded() {
        JsonNode status = job.path("status");
        return Conditions.holds(status, "Complete") || Conditions.holds(status, "Failed");
    }

    boolean isSuspended() {
        return job.path("spec").path("suspend").asBoolean();
    }

    /** Of pods that share a queue of work one that has done well knows that it is empty; the others finish. */
    boolean isDone() {
        return isQueue() ? succeeded() > 0 && active().isEmpty() : succeeded() >= spec("completions", 1);
    }

    /** How many pods shall run now. */
    long wanted() {
        if (isQueue()) {
            return succeeded() > 0 ? active().size() : spec("parallelism", 1);
        }
        long lost = indexes().areUsed() ? indexes().failed().cardinality() : 0;
        return Math.min(spec("parallelism", 1), spec("completions", 1) - succeeded() - lost);
    }

    /** How many pods are missing; below zero how many are too many. */
    long missing() {
        boolean patient = Json.at(job, "spec", "podReplacementPolicy").equals("Failed");
        long missing = wanted() - active().size();
        return patient && missing > 0 ? Math.max(0, missing - terminating()) : missing;
    }

    private long terminating() {
        return pods.stream()
                .filter(pod -> Claims.isLeaving(pod) && !PodState.hasEnded(pod))
                .count();
    }

    boolean isGivenUp() {
        long restarts =
                Json.at(job, "spec", "template", "spec", "restartPolicy").equals("OnFailure")
                        ? active().stream().mapToLong(PodState::restarts).sum()
                        : 0;
        long limit = spec("backoffLimit", 6);
        return failed() > limit || restarts > 0 && restarts >= limit;
    }

    Optional<Instant> deadline() {
        String start = Json.at(job, "status", "startTime");
        return start.isEmpty() || !job.path("spec").hasNonNull("activeDeadlineSeconds")
                ? Optional.empty()
                : Optional.of(Instant.parse(start).plusSeconds(spec("activeDeadlineSeconds", 0)));
    }

    boolean isLate() {
        return !isSuspended() && deadline().filter(end -> !now.isBefore(end)).isPresent();
    }

    /** How long to wait after the last failure of these pods, longer after each. */
    Duration pause(List<ObjectNode> these) {
        List<ObjectNode> failures = failures(these).toList();
        Optional<Instant> last = failures.stream().map(JobProgress::end).max(Comparator.naturalOrder());
        if (last.isEmpty()) {
            return Duration.ZERO;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures.size() - 1, 10));
        Instant next = last.get().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        return next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO;
    }

    private static Instant end(JsonNode pod) {
        return pod.path("status")
                .path("containerStatuses")
                .valueStream()
                .map(each -> Json.at(each, "state", "terminated", "finishedAt"))
                .filter(time -> !time.isEmpty())
                .map(Instant::parse)
                .max(Comparator.naturalOrder())
                .orElseGet(() -> Instant.parse(Json.at(pod, "metadata", "creationTimestamp")));
    }

    /** When the job ended. */
    Instant ended() {
        return job.path("status")
                .path("conditions")
                .valueStream()
                .filter(each -> List.of("Complete", "Failed").contains(Json.at(each, "type")))
                .map(each -> Instant.parse(Json.at(each, "lastTransitionTime")))
                .findFirst()
                .orElse(now);
    }

    void count(ObjectNode status) {
        ReplicaStatus.count(status, "active", active().size());
        status.put("ready", active().stream().filter(PodState::isReady).count());
        tracking().write(status, End.succeeded);
        tracking().write(status, End.failed);
        if (indexes().areUsed()) {
            ReplicaStatus.count(status, "succeeded", succeeded());
        }
        indexes().write(status);
        status.put("terminating", terminating());
    }
}
