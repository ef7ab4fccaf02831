package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Webhooks;
import dev.s2ioc.print.Ages;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Describes a BuildConfig: what it builds, what starts it, and its latest builds. */
final class BuildConfigDescriber implements Describer {
    private static final int MOST_BUILDS = 10;
    private static final DateTimeFormatter GO_TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss '+0000 UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Viewpoint viewpoint;

    BuildConfigDescriber(Viewpoint viewpoint) {
        this.viewpoint = viewpoint;
    }

    @Override
    public String describe(JsonNode config) {
        Outline outline = Outline.openShift();
        Header.openShift(config, viewpoint, outline);
        String latest = config.path("status").path("lastVersion").asText("0");
        outline.field("Latest Version", latest.equals("0") ? "Never built" : latest);
        JsonNode spec = config.path("spec");
        new BuildSpec(spec, outline).add();
        outline.line("");
        outline.field("Build Run Policy", spec.path("runPolicy").asText(""));
        new Triggers(config, new Webhooks(viewpoint.session(), config, viewpoint.showSecrets()), outline).add();
        history(spec, outline);
        builds(config, outline);
        if (viewpoint.showEvents()) {
            outline.line("");
            new Events(viewpoint).add(List.of(config), outline);
        }
        return outline.toString();
    }

    private static void history(JsonNode spec, Outline outline) {
        Map<String, JsonNode> limits = new TreeMap<>(Comparator.reverseOrder());
        limits.put("Successful:", spec.path("successfulBuildsHistoryLimit"));
        limits.put("Failed:", spec.path("failedBuildsHistoryLimit"));
        limits.values().removeIf(limit -> !limit.isNumber());
        if (!limits.isEmpty()) {
            outline.line("Builds History Limit:");
            limits.forEach((label, limit) -> outline.line("", label, limit.asText()));
        }
    }

    private void builds(JsonNode config, Outline outline) {
        String name = config.path("metadata").path("name").asText();
        List<JsonNode> builds = viewpoint
                .beside(config)
                .list(KnownTypes.BUILD)
                .path("items")
                .valueStream()
                .filter(build -> configOf(build).equals(name))
                .sorted(Comparator.comparing(BuildConfigDescriber::created).reversed())
                .limit(MOST_BUILDS)
                .toList();
        if (builds.isEmpty()) {
            return;
        }
        outline.line("");
        outline.line("Build", "Status", "Duration", "Creation Time");
        for (JsonNode build : builds) {
            outline.line(
                    build.path("metadata").path("name").asText() + " ",
                    build.path("status").path("phase").asText("").toLowerCase(Locale.ROOT) + " ",
                    BuildDuration.of(build, viewpoint.now()) + " ",
                    GO_TIME.format(created(build)));
        }
    }

    /** The config that a build belongs to: the annotation has the whole name, labels may have a shortened one. */
    private static String configOf(JsonNode build) {
        JsonNode metadata = build.path("metadata");
        JsonNode labels = metadata.path("labels");
        return metadata.path("annotations")
                .path("openshift.io/build-config.name")
                .asText(labels.path("openshift.io/build-config.name")
                        .asText(labels.path("buildconfig").asText("")));
    }

    private static Instant created(JsonNode build) {
        return Ages.instant(build.path("metadata").path("creationTimestamp").asText(""))
                .orElse(Instant.EPOCH);
    }
}
