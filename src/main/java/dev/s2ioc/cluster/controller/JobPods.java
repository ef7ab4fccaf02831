package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Finalizers;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.time.Duration;
import java.util.Optional;

/** Makes the pods that a job is missing, after a pause where some have failed. */
final class JobPods {
    private final Objects objects;
    private final PodMaker maker;

    JobPods(Objects objects, PodMaker maker) {
        this.objects = objects;
        this.maker = maker;
    }

    /** Answers after how long more can be made. */
    Optional<Duration> make(JobProgress progress, long count) {
        return progress.indexes().areUsed() ? makeIndexed(progress, count) : makeAlike(progress, count);
    }

    private Optional<Duration> makeAlike(JobProgress progress, long count) {
        Duration pause = progress.pause(progress.pods());
        if (count > 0 && pause.isPositive()) {
            return Optional.of(pause);
        }
        for (long i = 0; i < count; i++) {
            ObjectNode template = progress.job().path("spec").path("template").deepCopy();
            maker.create(progress.job(), tracked(template));
        }
        return Optional.empty();
    }

    private Optional<Duration> makeIndexed(JobProgress progress, long count) {
        JobIndexes indexes = progress.indexes();
        Optional<Duration> shortest = Optional.empty();
        long made = 0;
        for (int index : indexes.missing().toArray()) {
            Duration pause = progress.pause(indexes.podsOf(index));
            if (made >= count) {
                break;
            } else if (pause.isPositive()) {
                shortest = shortest.filter(other -> other.compareTo(pause) < 0).or(() -> Optional.of(pause));
            } else {
                ObjectNode template = indexes.template(index);
                String prefix = Json.at(progress.job(), "metadata", "name") + "-" + index + "-";
                maker.create(progress.job(), tracked(template), prefix);
                made++;
            }
        }
        return shortest;
    }

    private static ObjectNode tracked(ObjectNode template) {
        Finalizers.add(template, JobTracking.FINALIZER);
        return template;
    }

    /** The job's status has it. */
    void release(ObjectNode pod) {
        if (JobTracking.isTracked(pod)) {
            try {
                objects.change(Key.of(Objects.PODS.resource(), pod), JobTracking::release);
            } catch (StatusException e) {
                // Whoever else has let it go may have been faster.
                if (e.code() != 404) {
                    throw e;
                }
            }
        }
    }

    /** Of what no job counts any more. */
    void releaseStrays(String namespace) {
        objects.list(Objects.PODS, namespace).stream()
                .filter(pod -> JobTracking.isTracked(pod) && !isCounted(pod))
                .forEach(this::release);
    }

    private boolean isCounted(ObjectNode pod) {
        return Owner.of(pod, JobKind.TYPE)
                .flatMap(objects::get)
                .filter(job -> Owner.owns(job, pod) && !Claims.isLeaving(job))
                .isPresent();
    }

    /** One that the job does not want any more is no failure. */
    void delete(JobProgress progress, ObjectNode pod) {
        release(pod);
        maker.delete(progress.job(), pod);
    }
}
