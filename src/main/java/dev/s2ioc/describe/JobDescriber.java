package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.print.Ages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Describes a Job: what is to be done, how often, and how much of it is. */
final class JobDescriber implements Describer {
    private static final int LONGEST_INDEXES = 50;

    private final Viewpoint viewpoint;

    JobDescriber(Viewpoint viewpoint) {
        this.viewpoint = viewpoint;
    }

    @Override
    public String describe(JsonNode job) {
        Outline outline = Outline.kubernetes();
        JsonNode spec = job.path("spec");
        Header.name(job, outline);
        outline.line("Selector:", SelectorText.of(spec.path("selector")));
        Header.kubernetes(job, outline);
        Header.controlledBy(job, outline);
        plan(spec, outline);
        times(job.path("status"), outline);
        JsonNode deadline = spec.path("activeDeadlineSeconds");
        if (deadline.isNumber()) {
            outline.line("Active Deadline Seconds:", deadline.asText() + "s");
        }
        pods(job, outline);
        PodTemplateDescriber.add(spec.path("template"), outline);
        new Events(viewpoint).add(List.of(job), outline);
        return outline.toString();
    }

    private static void plan(JsonNode spec, Outline outline) {
        outline.optional("Parallelism", spec.path("parallelism").asText(""));
        outline.line("Completions:", spec.path("completions").asText("<unset>"));
        outline.optional("Completion Mode", spec.path("completionMode").asText(""));
        outline.optional("Suspend", spec.path("suspend").asText(""));
        outline.optional("Backoff Limit", spec.path("backoffLimit").asText(""));
        outline.optional(
                "TTL Seconds After Finished",
                spec.path("ttlSecondsAfterFinished").asText(""));
    }

    private static void times(JsonNode status, Outline outline) {
        Optional<Instant> start = Ages.instant(status.path("startTime").asText(""));
        Optional<Instant> end = Ages.instant(status.path("completionTime").asText(""));
        start.ifPresent(then -> outline.line("Start Time:", PodDescriber.RFC_1123_WITH_ZONE.format(then)));
        end.ifPresent(then -> outline.line("Completed At:", PodDescriber.RFC_1123_WITH_ZONE.format(then)));
        if (start.isPresent() && end.isPresent()) {
            outline.line("Duration:", Ages.age(Duration.between(start.get(), end.get())));
        }
    }

    private static void pods(JsonNode job, Outline outline) {
        JsonNode status = job.path("status");
        String ready =
                status.path("ready").isNumber() ? " (" + status.path("ready").asText() + " Ready)" : "";
        outline.line(
                "Pods Statuses:",
                "%s Active%s / %s Succeeded / %s Failed"
                        .formatted(
                                status.path("active").asText("0"),
                                ready,
                                status.path("succeeded").asText("0"),
                                status.path("failed").asText("0")));
        if (job.path("spec").path("completionMode").asText("").equals("Indexed")) {
            outline.field(
                    "Completed Indexes",
                    shortened(status.path("completedIndexes").asText("")));
        }
    }

    private static String shortened(String indexes) {
        int comma = indexes.indexOf(',', LONGEST_INDEXES);
        return comma < 0 ? indexes : indexes.substring(0, comma + 1) + "...";
    }
}
