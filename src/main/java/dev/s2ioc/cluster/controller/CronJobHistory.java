package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The jobs that a cron job has made: notes which of them run, and drops the oldest of those that do not. */
final class CronJobHistory {
    private final Objects objects;
    private final Notices notices;

    CronJobHistory(Objects objects, Notices notices) {
        this.objects = objects;
        this.notices = notices;
    }

    private List<ObjectNode> jobs(JsonNode cron) {
        return objects.list(JobKind.TYPE, Json.at(cron, "metadata", "namespace")).stream()
                .filter(job -> Owner.owns(cron, job))
                .toList();
    }

    /** Notes that a job runs, unless that is noted or not so any more. */
    static void add(ObjectNode status, JsonNode job) {
        ArrayNode active = Json.items(status, "active");
        boolean known =
                active.valueStream().anyMatch(each -> Json.at(each, "uid").equals(Json.at(job, "metadata", "uid")));
        if (!known && end(job).isEmpty()) {
            active.add(reference(job));
        }
    }

    private static ObjectNode reference(JsonNode job) {
        return Json.object()
                .put("kind", "Job")
                .put("namespace", Json.at(job, "metadata", "namespace"))
                .put("name", Json.at(job, "metadata", "name"))
                .put("uid", Json.at(job, "metadata", "uid"))
                .put("apiVersion", "batch/v1")
                .put("resourceVersion", Json.at(job, "metadata", "resourceVersion"));
    }

    /** Writes down which jobs have ended; empty when the cron job has gone. */
    Optional<ObjectNode> note(Key key, ObjectNode cron) {
        List<ObjectNode> jobs = jobs(cron);
        ArrayNode active = Json.array();
        for (JsonNode each : cron.path("status").path("active")) {
            Optional<ObjectNode> job = withUid(jobs, Json.at(each, "uid"));
            if (job.isEmpty()) {
                notices.normal(cron, "MissingJob", "Active job went missing: " + Json.at(each, "name"));
            } else if (end(job.get()).isPresent()) {
                notices.normal(
                        cron,
                        "SawCompletedJob",
                        "Saw completed job: " + Json.at(each, "name") + ", condition: "
                                + end(job.get()).get());
            } else {
                active.add(each);
            }
        }
        tellUnknown(cron, jobs);
        return objects.report(key, object -> {
            ObjectNode status = Json.child(object, "status");
            if (active.isEmpty()) {
                status.remove("active");
            } else {
                status.set("active", active);
            }
            lastSuccess(jobs).ifPresent(time -> status.put("lastSuccessfulTime", time));
        });
    }

    private void tellUnknown(JsonNode cron, List<ObjectNode> jobs) {
        for (ObjectNode job : jobs) {
            boolean known = cron.path("status")
                    .path("active")
                    .valueStream()
                    .anyMatch(each -> Json.at(each, "uid").equals(Json.at(job, "metadata", "uid")));
            if (!known && end(job).isEmpty()) {
                notices.warning(
                        cron,
                        "UnexpectedJob",
                        "Saw a job that the controller did not create or forgot: " + Json.at(job, "metadata", "name"));
            }
        }
    }

    private static Optional<ObjectNode> withUid(List<ObjectNode> jobs, String uid) {
        return jobs.stream()
                .filter(job -> Json.at(job, "metadata", "uid").equals(uid))
                .findFirst();
    }

    /** How a job has ended, if it has. */
    private static Optional<String> end(JsonNode job) {
        return List.of("Complete", "Failed").stream()
                .filter(condition -> Conditions.holds(job.path("status"), condition))
                .findFirst();
    }

    private static Optional<String> lastSuccess(List<ObjectNode> jobs) {
        return jobs.stream()
                .filter(job -> Conditions.holds(job.path("status"), "Complete"))
                .map(job -> Json.at(job, "status", "completionTime"))
                .filter(time -> !time.isEmpty())
                .max(Comparator.naturalOrder());
    }

    /** Deletes the oldest jobs that have ended, beyond those that are kept. */
    void shorten(JsonNode cron) {
        shorten(cron, "Complete", "successfulJobsHistoryLimit");
        shorten(cron, "Failed", "failedJobsHistoryLimit");
    }

    private void shorten(JsonNode cron, String condition, String limit) {
        List<ObjectNode> ended = jobs(cron).stream()
                .filter(job -> !Claims.isLeaving(job) && Conditions.holds(job.path("status"), condition))
                .sorted(Comparator.comparing((ObjectNode job) -> Json.at(job, "status", "startTime"))
                        .thenComparing(job -> Json.at(job, "metadata", "name")))
                .toList();
        long kept = cron.path("spec").path(limit).asLong();
        ended.stream().limit(Math.max(0, ended.size() - kept)).forEach(job -> delete(cron, job));
    }

    /** Ends a job that another one takes the place of. */
    void drop(JsonNode cron, JsonNode reference) {
        objects.get(new Key(JobKind.TYPE.resource(), Json.at(reference, "namespace"), Json.at(reference, "name")))
                .ifPresent(job -> delete(cron, job));
    }

    private void delete(JsonNode cron, JsonNode job) {
        objects.delete(JobKind.TYPE, job);
        notices.normal(cron, "SuccessfulDelete", "Deleted job " + Json.at(job, "metadata", "name"));
    }
}
