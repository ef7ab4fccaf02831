package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Age;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.Column;
import dev.s2ioc.cluster.kind.Kind;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Jobs: pods that come to an end, again until so many have done so well. */
final class JobKind implements Kind {
    static final Type TYPE = Type.namespaced("batch", "v1", "jobs", "Job").inAll();
    private static final String UID = "batch.kubernetes.io/controller-uid";
    private static final List<String> FIXED = List.of(
            "template", "completionMode", "podFailurePolicy", "backoffLimitPerIndex", "managedBy", "successPolicy");
    private static final String NAME = "batch.kubernetes.io/job-name";

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public List<Column> columns() {
        return TemplateColumns.plus(List.of(
                Column.objectName(),
                Column.text("Status", "Whether the job runs, or how it has ended.", (job, now) -> state(job)),
                Column.text(
                        "Completions", "How many pods have done well, of how many.", (job, now) -> completions(job)),
                Column.text("Duration", "How long the job has run.", JobKind::duration),
                Column.age()));
    }

    private static String state(JsonNode job) {
        JsonNode status = job.path("status");
        if (Conditions.holds(status, "Complete")) {
            return "Complete";
        }
        if (Conditions.holds(status, "Failed")) {
            return "Failed";
        }
        if (Claims.isLeaving(job)) {
            return "Terminating";
        }
        return Conditions.holds(status, "Suspended") ? "Suspended" : "Running";
    }

    private static String completions(JsonNode job) {
        JsonNode spec = job.path("spec");
        long succeeded = job.path("status").path("succeeded").asLong(0);
        if (spec.hasNonNull("completions")) {
            return succeeded + "/" + spec.path("completions").asLong();
        }
        long parallelism = spec.path("parallelism").asLong(1);
        return succeeded + (parallelism > 1 ? "/1 of " + parallelism : "/1");
    }

    private static String duration(JsonNode job, Instant now) {
        JsonNode start = job.path("status").path("startTime");
        if (start.asText("").isEmpty()) {
            return "";
        }
        String end = Json.at(job, "status", "completionTime");
        return Age.of(start, end.isEmpty() ? now : Instant.parse(end));
    }

    @Override
    public boolean countsGenerations() {
        return true;
    }

    /** The pods of a job are known by its identity, unless it says itself how. */
    @Override
    public void prepareForCreate(Call call, ObjectNode job) {
        job.putObject("status");
        if (job.path("spec").path("manualSelector").asBoolean()) {
            return;
        }
        String uid = Json.at(job, "metadata", "uid");
        String name = Json.at(job, "metadata", "name");
        ObjectNode labels = Json.child(Json.child(PodTemplate.in(job), "metadata"), "labels");
        labels.put(UID, uid).put("controller-uid", uid).put(NAME, name).put("job-name", name);
        ObjectNode spec = Json.child(job, "spec");
        if (spec.path("selector").isEmpty()) {
            spec.putObject("selector").putObject("matchLabels").put(UID, uid);
        }
    }

    @Override
    public void prepareForUpdate(Call call, ObjectNode old, ObjectNode job) {
        WorkloadRules.keepStatus(old, job);
    }

    @Override
    public void setDefaults(ObjectNode job) {
        ObjectNode spec = Json.child(job, "spec");
        if (!spec.hasNonNull("parallelism") && !spec.hasNonNull("completions")) {
            spec.put("completions", 1);
        }
        WorkloadRules.number(spec, "parallelism", 1);
        WorkloadRules.number(spec, "backoffLimit", spec.hasNonNull("backoffLimitPerIndex") ? Integer.MAX_VALUE : 6);
        WorkloadRules.text(spec, "completionMode", "NonIndexed");
        WorkloadRules.text(
                spec, "podReplacementPolicy", spec.hasNonNull("podFailurePolicy") ? "Failed" : "TerminatingOrFailed");
        spec.path("podFailurePolicy")
                .path("rules")
                .forEach(rule -> rule.path("onPodConditions")
                        .forEach(each -> WorkloadRules.text((ObjectNode) each, "status", "True")));
        if (!spec.hasNonNull("suspend")) {
            spec.put("suspend", false);
        }
        PodTemplate.setDefaults(PodTemplate.in(job));
    }

    @Override
    public void validate(ObjectNode job, Causes causes) {
        WorkloadRules.validateSelector(job, "job", causes);
        JobRules.validate(job.path("spec"), "spec", causes);
    }

    @Override
    public void validateUpdate(ObjectNode old, ObjectNode job, Causes causes) {
        WorkloadRules.immutable(old, job, "selector", causes);
        validateCompletions(old, job, causes);
        for (String field : FIXED) {
            WorkloadRules.immutable(old, job, field, causes);
        }
    }

    /** Where pods have numbers, there may be more or fewer of them. */
    private static void validateCompletions(JsonNode old, JsonNode job, Causes causes) {
        JsonNode spec = job.path("spec");
        if (!Json.at(spec, "completionMode").equals("Indexed")) {
            WorkloadRules.immutable(old, job, "completions", causes);
        } else if (!old.path("spec").path("completions").equals(spec.path("completions"))
                && spec.path("completions").asLong() != spec.path("parallelism").asLong()) {
            causes.invalid(
                    "spec.completions",
                    spec.path("completions"),
                    "can only be modified in tandem with spec.parallelism");
        }
    }

    @Override
    public Map<String, String> fields(JsonNode job) {
        return Map.of("status.successful", job.path("status").path("succeeded").asText("0"));
    }
}
