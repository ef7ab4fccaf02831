package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Builds;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.SelectionException;
import dev.s2ioc.print.Ages;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Describes a Build: how far it has come, what it builds, why it was started, and what its log ended in. */
final class BuildDescriber implements Describer {
    private static final DateTimeFormatter RFC_1123 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String POD_NAME = "openshift.io/build.pod-name";

    private final Viewpoint viewpoint;

    BuildDescriber(Viewpoint viewpoint) {
        this.viewpoint = viewpoint;
    }

    @Override
    public String describe(JsonNode build) {
        Outline outline = Outline.openShift();
        Header.openShift(build, viewpoint, outline);
        outline.line("");
        progress(build, outline);
        outline.line("");
        JsonNode status = build.path("status");
        outline.optional("Build Config", status.path("config").path("name").asText(""));
        outline.field("Build Pod", podName(build));
        outline.optional(
                "Image Digest",
                status.path("output").path("to").path("imageDigest").asText(""));
        new BuildSpec(build.path("spec"), outline).add();
        causes(build.path("spec").path("triggeredBy"), outline);
        outline.optional("Log Tail", status.path("logSnippet").asText(""));
        new Events(viewpoint).add(withPod(build), outline);
        return outline.toString();
    }

    private void progress(JsonNode build, Outline outline) {
        JsonNode status = build.path("status");
        String phase = status.path("phase").asText("");
        String message = status.path("message").asText("");
        outline.field(
                "Status",
                (viewpoint.bold() ? "\u001b[1m" + phase + "\u001b[0m" : phase)
                        + (message.isEmpty() ? "" : " (" + message + ")"));
        Ages.instant(status.path("startTimestamp").asText(""))
                .ifPresent(start -> outline.field("Started", RFC_1123.format(start)));
        Optional<JsonNode> previous =
                viewpoint.compare() ? Builds.before(build, viewpoint.beside(build)) : Optional.empty();
        String then = previous.map(earlier -> beside(earlier, BuildDuration.of(earlier, viewpoint.now())))
                .orElse("");
        outline.field("Duration", BuildDuration.of(build, viewpoint.now()) + then);
        for (JsonNode stage : status.path("stages")) {
            String name = stage.path("name").asText();
            outline.field(
                    "  " + name,
                    "  " + length(stage)
                            + previous.map(earlier -> stage(earlier, name)).orElse(""));
        }
    }

    private static String stage(JsonNode build, String name) {
        return build.path("status")
                .path("stages")
                .valueStream()
                .filter(stage -> stage.path("name").asText().equals(name))
                .findFirst()
                .map(stage -> beside(build, length(stage)))
                .orElse("");
    }

    private static String beside(JsonNode earlier, String duration) {
        return " (" + Builds.name(earlier) + ": " + duration + ")";
    }

    /** In whole seconds: from the second in which the stage began to that in which it ended. */
    private static String length(JsonNode stage) {
        Instant start = Ages.instant(stage.path("startTime").asText("")).orElse(Instant.EPOCH);
        Instant end = start.plusMillis(stage.path("durationMilliseconds").asLong());
        return Ages.go(Duration.between(rounded(start), rounded(end)));
    }

    private static Instant rounded(Instant time) {
        return time.plusMillis(500).truncatedTo(ChronoUnit.SECONDS);
    }

    private static String podName(JsonNode build) {
        JsonNode metadata = build.path("metadata");
        return metadata.path("annotations")
                .path(POD_NAME)
                .asText(metadata.path("name").asText("") + "-build");
    }

    private static void causes(JsonNode causes, Outline outline) {
        if (causes.isEmpty()) {
            outline.line("");
            outline.field("Build trigger cause", "<unknown>");
        }
        for (JsonNode cause : causes) {
            outline.line("");
            outline.field("Build trigger cause", cause.path("message").asText(""));
            for (String kind : List.of("githubWebHook", "gitlabWebHook", "bitbucketWebHook", "genericWebHook")) {
                JsonNode hook = cause.path(kind);
                if (hook.isObject()) {
                    BuildSpec.revision(hook.path("revision"), outline);
                    outline.field("Secret", hook.path("secret").asText(""));
                }
            }
            JsonNode image = cause.path("imageChangeBuild");
            if (image.isObject()) {
                outline.field("Image ID", image.path("imageID").asText(""));
                outline.field(
                        "Image Name/Kind",
                        image.path("fromRef").path("name").asText("") + " / "
                                + image.path("fromRef").path("kind").asText(""));
            }
        }
        outline.line("");
    }

    /** The build, and its pod if there is one: what happens to the pod belongs to the build's story. */
    private List<JsonNode> withPod(JsonNode build) {
        List<JsonNode> objects = new ArrayList<>(List.of(build));
        if (viewpoint.showEvents()) {
            try {
                ObjectNode pod = (ObjectNode) viewpoint.beside(build).get(KnownTypes.POD, podName(build));
                objects.add(pod.put("kind", "Pod"));
            } catch (ApiException | SelectionException e) {
                // Not started yet, cleaned away, not for this user to see, or on a server without pods: the build's own
                // events remain.
            }
        }
        return objects;
    }
}
