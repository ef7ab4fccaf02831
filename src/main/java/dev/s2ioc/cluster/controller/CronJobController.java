package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.controller.CronJobTimes.Due;
import dev.s2ioc.cluster.controller.cron.ScheduleException;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.Reconciler;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes the jobs of cron jobs when they are due. */
final class CronJobController implements Controller {
    private static final Type TYPE = CronJobKind.TYPE;
    private static final String TIME = "batch.kubernetes.io/cronjob-scheduled-timestamp";

    private final Objects objects;
    private final Notices notices;
    private final CronJobHistory history;
    private final Reconciler reconciler;

    CronJobController(Machinery machinery, Consumer<Throwable> failures) {
        this.objects = new Objects(machinery);
        this.notices = new Notices(machinery, "cronjob-controller");
        this.history = new CronJobHistory(objects, notices);
        this.reconciler = new Reconciler("cronjob-controller", machinery, this::look, failures)
                .of(TYPE)
                .with(JobKind.TYPE, new Concerned(objects, TYPE)::byOwned);
    }

    @Override
    public void start() {
        reconciler.start();
    }

    private void look(Key key) {
        Optional<ObjectNode> found = objects.get(key).filter(cron -> !Claims.isLeaving(cron));
        if (found.isEmpty()) {
            return;
        }
        Optional<ObjectNode> noted = history.note(key, found.get());
        noted.ifPresent(history::shorten);
        noted.filter(cron -> !cron.path("spec").path("suspend").asBoolean()).ifPresent(cron -> schedule(key, cron));
    }

    private void schedule(Key key, ObjectNode cron) {
        try {
            CronJobTimes times = CronJobTimes.of(cron, objects.now());
            Optional<Due> due = times.due();
            if (due.isPresent()) {
                run(key, cron, times, due.get());
            }
            times.pause().ifPresent(pause -> reconciler.later(key, pause));
        } catch (ScheduleException e) {
            String schedule = Json.at(cron, "spec", "schedule");
            notices.warning(
                    cron, "UnparseableSchedule", "unparseable schedule \"" + schedule + "\": " + e.getMessage());
        }
    }

    private void run(Key key, ObjectNode cron, CronJobTimes times, Due due) {
        if (due.many()) {
            notices.warning(
                    cron,
                    "TooManyMissedTimes",
                    "too many missed start times. Set or decrease .spec.startingDeadlineSeconds or check clock skew");
        }
        String policy = Json.at(cron, "spec", "concurrencyPolicy");
        List<JsonNode> active = cron.path("status").path("active").valueStream().toList();
        if (times.isTooLate(due.time())) {
            notices.warning(cron, "MissSchedule", "Missed scheduled time to start a job: " + times.written(due.time()));
        } else if (policy.equals("Forbid") && !active.isEmpty()) {
            notices.normal(
                    cron,
                    "JobAlreadyActive",
                    "Not starting job because prior execution is running and concurrency policy is Forbid");
        } else {
            if (policy.equals("Replace")) {
                active.forEach(each -> history.drop(cron, each));
            }
            create(key, cron, times, due.time());
        }
    }

    private void create(Key key, ObjectNode cron, CronJobTimes times, Instant due) {
        Optional<ObjectNode> created = create(cron, job(cron, times, due));
        boolean alone = Json.at(cron, "spec", "concurrencyPolicy").equals("Replace");
        objects.report(key, object -> {
            ObjectNode status = Json.child(object, "status");
            if (alone) {
                status.remove("active");
            }
            created.ifPresent(job -> CronJobHistory.add(status, job));
            status.put("lastScheduleTime", due.toString());
        });
    }

    /** The same one when it was made already, before that could be noted; empty when somebody else has made one of that name. */
    private Optional<ObjectNode> create(ObjectNode cron, ObjectNode job) {
        try {
            ObjectNode created = objects.create(JobKind.TYPE, Json.at(cron, "metadata", "namespace"), job);
            notices.normal(cron, "SuccessfulCreate", "Created job " + Json.at(created, "metadata", "name"));
            return Optional.of(created);
        } catch (StatusException e) {
            if (e.reason().equals("AlreadyExists")) {
                return objects.get(new Key(
                                JobKind.TYPE.resource(),
                                Json.at(cron, "metadata", "namespace"),
                                Json.at(job, "metadata", "name")))
                        .filter(present -> Owner.owns(cron, present));
            }
            notices.warning(cron, "FailedCreate", "Error creating job: " + e.getMessage());
            throw e;
        }
    }

    private static ObjectNode job(JsonNode cron, CronJobTimes times, Instant due) {
        JsonNode template = cron.path("spec").path("jobTemplate");
        ObjectNode job = Json.object();
        ObjectNode metadata = job.putObject("metadata")
                .put("name", Json.at(cron, "metadata", "name") + "-" + due.getEpochSecond() / 60);
        for (String field : List.of("labels", "annotations")) {
            if (template.path("metadata").hasNonNull(field)) {
                metadata.set(field, template.path("metadata").path(field).deepCopy());
            }
        }
        Json.child(metadata, "annotations").put(TIME, times.stamp(due));
        Owner.set(job, TYPE, cron);
        job.set("spec", template.path("spec").deepCopy());
        return job;
    }

    @Override
    public void close() {
        reconciler.close();
    }
}
