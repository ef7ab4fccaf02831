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
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs the pods of jobs until enough have done well, or too many have not. */
final class JobController implements Controller {
    private static final Type TYPE = JobKind.TYPE;

    private final Objects objects;
    private final Claims claims;
    private final Notices notices;
    private final JobPods pods;
    private final Reconciler reconciler;

    JobController(Machinery machinery, Consumer<Throwable> failures) {
        this.objects = new Objects(machinery);
        this.claims = new Claims(objects);
        this.notices = new Notices(machinery, "job-controller");
        this.pods = new JobPods(objects, new PodMaker(objects, notices, TYPE));
        this.reconciler = new Reconciler("job-controller", machinery, this::look, failures)
                .of(TYPE)
                .with(Objects.PODS, new Concerned(objects, TYPE)::byPod);
    }

    @Override
    public void start() {
        reconciler.start();
    }

    private void look(Key key) {
        Optional<ObjectNode> found = objects.get(key);
        if (found.isEmpty() || Claims.isLeaving(found.get())) {
            pods.releaseStrays(key.namespace());
            return;
        }
        found.filter(JobController::isOwn).ifPresent(job -> {
            JobProgress progress = new JobProgress(job, claims.pods(TYPE, job), objects.now());
            if (progress.hasEnded()) {
                expire(key, progress);
                progress.active().forEach(pod -> pods.delete(progress, pod));
            } else {
                work(key, job, progress);
            }
            progress.tracking().over().forEach(pods::release);
        });
    }

    /** A job may say that somebody else runs it. */
    private static boolean isOwn(JsonNode job) {
        String manager = Json.at(job, "spec", "managedBy");
        return manager.isEmpty() || manager.equals("kubernetes.io/job-controller");
    }

    private void work(Key key, ObjectNode job, JobProgress progress) {
        Optional<JobVerdict> verdict = JobVerdict.of(progress);
        if (verdict.isPresent()) {
            end(key, job, progress, verdict.get());
        } else if (progress.isSuspended()) {
            progress.active().forEach(pod -> pods.delete(progress, pod));
            suspend(key, job, progress, true);
        } else {
            suspend(key, job, progress, false);
            run(key, job, progress);
        }
    }

    private void run(Key key, ObjectNode job, JobProgress progress) {
        long missing = progress.missing();
        pods.make(progress, missing).ifPresent(pause -> reconciler.later(key, pause));
        PodChoice.toGo(progress.active(), Math.max(0, -missing)).forEach(pod -> pods.delete(progress, pod));
        progress.deadline()
                .ifPresent(end -> reconciler.later(
                        key, Duration.between(objects.now(), end).plusSeconds(1)));
    }

    /** First the reason is noted, then, when all pods have been counted, the end, as on Kubernetes. */
    private void end(Key key, ObjectNode job, JobProgress progress, JobVerdict verdict) {
        progress.active().forEach(pod -> pods.delete(progress, pod));
        String reason = verdict.good() ? "SuccessCriteriaMet" : "FailureTarget";
        if (!progress.tracking().over().isEmpty()) {
            objects.report(key, object -> {
                ObjectNode status = Json.child(object, "status");
                progress.count(status);
                Conditions.set(status, condition(reason, true, verdict.reason(), verdict.message()));
            });
            return;
        }
        List<String> conditions = List.of(reason, verdict.good() ? "Complete" : "Failed");
        objects.report(key, object -> {
            ObjectNode status = Json.child(object, "status");
            progress.count(status);
            status.remove("active");
            status.put("ready", 0);
            if (verdict.good()) {
                status.put("completionTime", objects.time());
            }
            conditions.forEach(
                    type -> Conditions.set(status, condition(type, true, verdict.reason(), verdict.message())));
        });
        if (verdict.good()) {
            notices.normal(job, "Completed", "Job completed");
        } else {
            notices.warning(job, verdict.reason(), verdict.message());
        }
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
