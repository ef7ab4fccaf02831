package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.controller.cron.Schedule;
import dev.s2ioc.cluster.controller.cron.ScheduleException;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.store.Json;
import java.time.ZoneId;
import java.util.List;

/** What cron jobs must and must not say. */
final class CronJobRules {
    private static final List<String> POLICIES = List.of("Allow", "Forbid", "Replace");

    private CronJobRules() {}

    static void validate(JsonNode cron, Causes causes) {
        JsonNode spec = cron.path("spec");
        validateSchedule(Json.at(spec, "schedule"), spec.hasNonNull("timeZone"), causes);
        if (spec.hasNonNull("timeZone")) {
            validateZone(Json.at(spec, "timeZone"), causes);
        }
        WorkloadRules.notNegative(
                cron, causes, "startingDeadlineSeconds", "successfulJobsHistoryLimit", "failedJobsHistoryLimit");
        String policy = Json.at(spec, "concurrencyPolicy");
        if (!POLICIES.contains(policy)) {
            causes.notSupported("spec.concurrencyPolicy", policy, POLICIES);
        }
        JsonNode job = spec.path("jobTemplate").path("spec");
        if (job.hasNonNull("selector")) {
            causes.invalid("spec.jobTemplate.spec.selector", job.path("selector"), "`selector` will be auto-generated");
        }
        if (job.path("manualSelector").asBoolean()) {
            causes.notSupported("spec.jobTemplate.spec.manualSelector", true, List.of("nil", "false"));
        }
        JobRules.validate(job, "spec.jobTemplate.spec", causes);
    }

    private static void validateSchedule(String schedule, boolean zone, Causes causes) {
        if (schedule.isEmpty()) {
            causes.required("spec.schedule", "");
        } else if (schedule.contains("TZ")) {
            causes.invalid(
                    "spec.schedule",
                    schedule,
                    zone
                            ? "cannot use both timeZone field and TZ or CRON_TZ in schedule"
                            : "cannot use TZ or CRON_TZ in schedule, use timeZone field instead");
        } else {
            try {
                Schedule.parse(schedule);
            } catch (ScheduleException e) {
                causes.invalid("spec.schedule", schedule, e.getMessage());
            }
        }
    }

    private static void validateZone(String zone, Causes causes) {
        if (zone.isEmpty()) {
            causes.invalid("spec.timeZone", zone, "timeZone must be nil or non-empty string");
        } else if (zone.equalsIgnoreCase("Local")) {
            causes.invalid(
                    "spec.timeZone",
                    zone,
                    "timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones");
        } else if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            causes.invalid("spec.timeZone", zone, "unknown time zone " + zone);
        }
    }
}
