package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.print.Ages;
import java.util.List;
import java.util.stream.Collectors;

/** Describes a CronJob: when it makes jobs, and of what. */
final class CronJobDescriber implements Describer {
    private static final String UNSET = "<unset>";

    private final Viewpoint viewpoint;

    CronJobDescriber(Viewpoint viewpoint) {
        this.viewpoint = viewpoint;
    }

    @Override
    public String describe(JsonNode cronJob) {
        Outline outline = Outline.kubernetes();
        Header.name(cronJob, outline);
        Header.kubernetes(cronJob, outline);
        plan(cronJob.path("spec"), outline);
        template(cronJob.path("spec").path("jobTemplate").path("spec"), outline);
        JsonNode status = cronJob.path("status");
        outline.line(
                "Last Schedule Time:",
                Ages.instant(status.path("lastScheduleTime").asText(""))
                        .map(PodDescriber.RFC_1123_WITH_ZONE::format)
                        .orElse(UNSET));
        outline.field(
                "Active Jobs",
                status.path("active")
                        .valueStream()
                        .map(job -> job.path("name").asText())
                        .collect(Collectors.joining(", ")));
        new Events(viewpoint).add(List.of(cronJob), outline);
        return outline.toString();
    }

    private static void plan(JsonNode spec, Outline outline) {
        outline.line("Schedule:", spec.path("schedule").asText(""));
        outline.optional("Time Zone", spec.path("timeZone").asText(""));
        outline.line("Concurrency Policy:", spec.path("concurrencyPolicy").asText(""));
        JsonNode suspend = spec.path("suspend");
        outline.line("Suspend:", suspend.isBoolean() ? suspend.asBoolean() ? "True" : "False" : UNSET);
        outline.line(
                "Successful Job History Limit:",
                spec.path("successfulJobsHistoryLimit").asText(UNSET));
        outline.line(
                "Failed Job History Limit:", spec.path("failedJobsHistoryLimit").asText(UNSET));
        JsonNode deadline = spec.path("startingDeadlineSeconds");
        outline.line("Starting Deadline Seconds:", deadline.isNumber() ? deadline.asText() + "s" : UNSET);
    }

    private static void template(JsonNode job, Outline outline) {
        JsonNode selector = job.path("selector");
        outline.line("Selector:", selector.isObject() ? SelectorText.of(selector) : UNSET);
        outline.line("Parallelism:", job.path("parallelism").asText(UNSET));
        outline.line("Completions:", job.path("completions").asText(UNSET));
        JsonNode deadline = job.path("activeDeadlineSeconds");
        if (deadline.isNumber()) {
            outline.line("Active Deadline Seconds:", deadline.asText() + "s");
        }
        PodTemplateDescriber.add(job.path("template"), outline);
    }
}
