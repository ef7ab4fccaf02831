package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.time.Duration;
import java.util.Optional;

/** Makes the pods that a job is missing, after a pause where some have failed. */
final class JobPods {
    private final PodMaker maker;

    JobPods(PodMaker maker) {
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
            maker.create(progress.job(), progress.job().path("spec").path("template"));
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
                maker.create(progress.job(), template, prefix);
                made++;
            }
        }
        return shortest;
    }

    void delete(JobProgress progress, ObjectNode pod) {
        maker.delete(progress.job(), pod);
    }
}
