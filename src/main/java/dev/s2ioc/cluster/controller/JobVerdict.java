package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Json;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.Stream;

/** How a job has ended, and why. */
record JobVerdict(boolean good, String reason, String message) {
    private static final JobVerdict DONE =
            new JobVerdict(true, "CompletionsReached", "Reached expected number of succeeded pods");

    /** Empty as long as it goes on. */
    static Optional<JobVerdict> of(JobProgress progress) {
        return noted(progress)
                .or(() -> failedPod(progress))
                .or(() -> success(progress))
                .or(() -> when(progress.isDone(), DONE))
                .or(() -> when(
                        progress.isLate(),
                        new JobVerdict(false, "DeadlineExceeded", "Job was active longer than specified deadline")))
                .or(() -> when(
                        progress.isGivenUp(),
                        new JobVerdict(false, "BackoffLimitExceeded", "Job has reached the specified backoff limit")))
                .or(() -> failedIndexes(progress));
    }

    /** What has been said once is not taken back, whatever becomes of the pods that it was about. */
    private static Optional<JobVerdict> noted(JobProgress progress) {
        JsonNode status = progress.job().path("status");
        return Stream.of("SuccessCriteriaMet", "FailureTarget")
                .filter(type -> Conditions.holds(status, type))
                .flatMap(type -> Conditions.get(status, type).stream())
                .map(each -> new JobVerdict(
                        Json.at(each, "type").equals("SuccessCriteriaMet"),
                        Json.at(each, "reason"),
                        Json.at(each, "message")))
                .findFirst();
    }

    private static Optional<JobVerdict> when(boolean holds, JobVerdict verdict) {
        return holds ? Optional.of(verdict) : Optional.empty();
    }

    private static Optional<JobVerdict> failedPod(JobProgress progress) {
        FailurePolicy policy = new FailurePolicy(progress.job());
        return progress.pods().stream()
                .filter(pod -> PodState.phase(pod).equals("Failed"))
                .flatMap(pod -> policy.match(pod).stream())
                .filter(match -> match.action().equals("FailJob"))
                .map(match -> new JobVerdict(false, "PodFailurePolicy", match.message()))
                .findFirst();
    }

    private static Optional<JobVerdict> success(JobProgress progress) {
        JsonNode spec = progress.job().path("spec");
        JsonNode rules = spec.path("successPolicy").path("rules");
        BitSet completed = progress.indexes().completed();
        for (int i = 0; i < rules.size(); i++) {
            BitSet meant = rules.get(i).hasNonNull("succeededIndexes")
                    ? IndexSet.parse(Json.at(rules.get(i), "succeededIndexes"), Integer.MAX_VALUE)
                            .orElseGet(BitSet::new)
                    : all(spec.path("completions").asInt());
            long wanted = rules.get(i).path("succeededCount").asLong(meant.cardinality());
            BitSet reached = (BitSet) completed.clone();
            reached.and(meant);
            if (reached.cardinality() >= wanted) {
                return Optional.of(new JobVerdict(true, "SuccessPolicy", "Matched rules at index " + i));
            }
        }
        return Optional.empty();
    }

    private static BitSet all(int end) {
        BitSet all = new BitSet();
        all.set(0, end);
        return all;
    }

    private static Optional<JobVerdict> failedIndexes(JobProgress progress) {
        JobIndexes indexes = progress.indexes();
        JsonNode spec = progress.job().path("spec");
        if (!indexes.areUsed()) {
            return Optional.empty();
        }
        int failed = indexes.failed().cardinality();
        if (failed > spec.path("maxFailedIndexes").asInt(Integer.MAX_VALUE)) {
            return Optional.of(new JobVerdict(
                    false,
                    "MaxFailedIndexesExceeded",
                    "Job has exceeded the specified maximal number of failed indexes"));
        }
        boolean over = failed > 0
                && failed + indexes.completed().cardinality()
                        >= spec.path("completions").asInt();
        return when(over, new JobVerdict(false, "FailedIndexes", "Job has failed indexes"));
    }
}
