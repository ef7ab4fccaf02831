package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Age;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.Column;
import dev.s2ioc.cluster.kind.Kind;
import dev.s2ioc.cluster.kind.Names;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Cron jobs: jobs that are made again and again, when their time comes. */
final class CronJobKind implements Kind {
    static final Type TYPE =
            Type.namespaced("batch", "v1", "cronjobs", "CronJob", "cj").inAll();
    /** A job's name adds eleven characters, and has 63 at most. */
    private static final int LONGEST = 52;

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public List<Column> columns() {
        return TemplateColumns.plus(List.of(
                Column.objectName(),
                Column.text(
                        "Schedule",
                        "The schedule in Cron format, see https://en.wikipedia.org/wiki/Cron.",
                        (cron, now) -> Json.at(cron, "spec", "schedule")),
                Column.text(
                        "Timezone",
                        "The time zone name for the given schedule; UTC when there is none.",
                        (cron, now) -> orNone(Json.at(cron, "spec", "timeZone"))),
                Column.text(
                        "Suspend",
                        "Whether subsequent executions are suspended.",
                        (cron, now) -> cron.at("/spec/suspend").asBoolean() ? "True" : "False"),
                Column.number(
                        "Active",
                        "How many jobs run.",
                        (cron, now) -> cron.at("/status/active").size()),
                Column.text("Last Schedule", "When a job was due last.", CronJobKind::last),
                Column.age()));
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "<none>" : text;
    }

    private static String last(JsonNode cron, Instant now) {
        JsonNode time = cron.path("status").path("lastScheduleTime");
        return time.asText("").isEmpty() ? "<none>" : Age.of(time, now);
    }

    @Override
    public boolean countsGenerations() {
        return true;
    }

    @Override
    public Optional<String> nameFault(String name) {
        return Names.subdomainFault(name)
                .or(() -> name.length() > LONGEST
                        ? Optional.of("must be no more than " + LONGEST + " characters")
                        : Optional.empty());
    }

    @Override
    public void prepareForCreate(Call call, ObjectNode cron) {
        cron.putObject("status");
    }

    @Override
    public void prepareForUpdate(Call call, ObjectNode old, ObjectNode cron) {
        WorkloadRules.keepStatus(old, cron);
    }

    @Override
    public void setDefaults(ObjectNode cron) {
        ObjectNode spec = Json.child(cron, "spec");
        WorkloadRules.text(spec, "concurrencyPolicy", "Allow");
        if (!spec.hasNonNull("suspend")) {
            spec.put("suspend", false);
        }
        WorkloadRules.number(spec, "successfulJobsHistoryLimit", 3);
        WorkloadRules.number(spec, "failedJobsHistoryLimit", 1);
        ObjectNode job = Json.child(spec, "jobTemplate");
        if (!Json.child(job, "metadata").has("creationTimestamp")) {
            Json.child(job, "metadata").putNull("creationTimestamp");
        }
        PodTemplate.setDefaults(PodTemplate.in(job));
    }

    @Override
    public void validate(ObjectNode cron, Causes causes) {
        CronJobRules.validate(cron, causes);
    }
}
