package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.DeleteOptions;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.Reconciler;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Runs the pods of jobs until enough have done well, or too many have not. */
final class JobController implements Controller {
    private static final Type TYPE = JobKind.TYPE;

    private final Objects objects;
    private final Claims claims;
    private final Notices notices;
    private final PodMaker pods;
    private final Reconciler reconciler;

    JobController(Machinery machinery, Consumer<Throwable> failures) {
        this.objects = new Objects(machinery);
        this.claims = new Claims(objects);
        this.notices = new Notices(machinery, "job-controller");
        this.pods = new PodMaker(objects, notices, TYPE);
        this.reconciler = new Reconciler("job-controller", machinery, this::look, failures)
                .of(TYPE)
                .with(Objects.PODS, new Concerned(objects, TYPE)::byPod);
    }

    @Override
    public void start() {
        reconciler.start();
    }

    private void look(Key key) {
        objects.get(key).filter(job -> !Claims.isLeaving(job)).ifPresent(job -> {
            JobProgress progress = new JobProgress(job, claims.pods(TYPE, job), objects.now());
            if (progress.hasEnded()) {
                expire(key, progress);
                progress.active().forEach(pod -> pods.delete(job, pod));
            } else {
                work(key, job, progress);
            }
        });
    }

    private void work(Key key, ObjectNode job, JobProgress progress) {
        if (progress.isDone()) {
            end(key, progress, "Complete", "CompletionsReached", "Reached expected number of succeeded pods");
            notices.normal(job, "Completed", "Job completed");
        } else if (progress.isLate()) {
            fail(key, job, progress, "DeadlineExceeded", "Job was active longer than specified deadline");
        } else if (progress.isGivenUp()) {
            fail(key, job, progress, "BackoffLimitExceeded", "Job has reached the specified backoff limit");
        } else if (progress.isSuspended()) {
            progress.active().forEach(pod -> pods.delete(job, pod));
            suspend(key, job, progress, true);
        } else {
            suspend(key, job, progress, false);
            run(key, job, progress);
        }
    }

    private void run(Key key, ObjectNode job, JobProgress progress) {
        long missing = progress.wanted() - progress.active().size();
        Duration pause = progress.pause();
        if (missing > 0 && pause.isPositive()) {
            reconciler.later(key, pause);
        } else {
            for (long i = 0; i < missing; i++) {
                pods.create(job, job.path("spec").path("template"));
            }
        }
        PodChoice.toGo(progress.active(), Math.max(0, -missing)).forEach(pod -> pods.delete(job, pod));
        progress.deadline()
                .ifPresent(end -> reconciler.later(
                        key, Duration.between(objects.now(), end).plusSeconds(1)));
    }

    private void fail(Key key, ObjectNode job, JobProgress progress, String reason, String message) {
        progress.active().forEach(pod -> pods.delete(job, pod));
        end(key, progress, "Failed", reason, message);
        notices.warning(job, reason, message);
    }

    private void end(Key key, JobProgress progress, String type, String reason, String message) {
        objects.report(key, object -> {
            ObjectNode status = Json.child(object, "status");
            progress.count(status);
            status.remove("active");
            status.put("ready", 0);
            if (type.equals("Complete")) {
                status.put("completionTime", objects.time());
            }
            Conditions.set(status, condition(type, true, reason, message));
        });
    }

    private void suspend(Key key, ObjectNode job, JobProgress progress, boolean now) {
        boolean before = Conditions.holds(job.path("status"), "Suspended");
        objects.report(key, object -> {
            ObjectNode status = Json.child(object, "status");
            progress.count(status);
            if (now) {
                status.remove("startTime");
                Conditions.set(status, condition("Suspended", true, "JobSuspended", "Job suspended"));
            } else {
                if (before) {
                    Conditions.set(status, condition("Suspended", false, "JobResumed", "Job resumed"));
                }
                if (!status.hasNonNull("startTime")) {
                    status.put("startTime", objects.time());
                }
            }
        });
        if (now != before) {
            notices.normal(job, now ? "Suspended" : "Resumed", now ? "Job suspended" : "Job resumed");
        }
    }

    private ObjectNode condition(String type, boolean holds, String reason, String message) {
        ObjectNode condition = Conditions.of(type, holds, reason, message, objects.time());
        return condition.put("lastProbeTime", objects.time());
    }

    /** A job that says for how long it is kept after its end goes then, with its pods. */
    private void expire(Key key, JobProgress progress) {
        JsonNode seconds = progress.job().path("spec").path("ttlSecondsAfterFinished");
        if (seconds.isNumber()) {
            Instant end = progress.ended().plusSeconds(seconds.asLong());
            if (end.isAfter(objects.now())) {
                reconciler.later(key, Duration.between(objects.now(), end).plusMillis(100));
            } else {
                objects.delete(TYPE, progress.job(), DeleteOptions.BACKGROUND);
            }
        }
    }

    @Override
    public void close() {
        reconciler.close();
    }
}
