package dev.s2ioc.status;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.print.Ages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The lines about what is built, from what, and how that went. */
final class BuildLines {
    private final ProjectObjects objects;
    private final Images images;
    private final Instant now;

    BuildLines(ProjectObjects objects, Images images, Instant now) {
        this.objects = objects;
        this.images = images;
        this.now = now;
    }

    /** {@code bc/app source builds URL#ref on istag/b:latest (from bc/b)}. */
    String config(JsonNode config, Names names) {
        String name = "bc/" + Fields.name(config);
        JsonNode strategy = config.path("spec").path("strategy");
        if (strategy.hasNonNull("jenkinsPipelineStrategy")) {
            return name + " is a Jenkins Pipeline";
        }
        String type = List.of("docker", "source", "custom").stream()
                .filter(word -> strategy.hasNonNull(word + "Strategy"))
                .findFirst()
                .orElse("");
        if (type.isEmpty()) {
            return name + " unrecognized build";
        }
        return source(config.path("spec").path("source"))
                .map(source -> name + " " + type + " builds " + source + basis(config, names))
                .orElse(name + " unconfigured " + type + " build");
    }

    private static Optional<String> source(JsonNode source) {
        if (source.hasNonNull("git")) {
            String reference = source.path("git").path("ref").asText("");
            return Optional.of(
                    source.path("git").path("uri").asText("") + (reference.isEmpty() ? "" : "#" + reference));
        } else if (source.hasNonNull("dockerfile")) {
            return Optional.of("Dockerfile");
        } else if (source.hasNonNull("binary")) {
            return Optional.of("uploaded code");
        }
        return source.path("images").isEmpty() ? Optional.empty() : Optional.of("contents in other images");
    }

    private String basis(JsonNode config, Names names) {
        Optional<Image> base = Images.base(config);
        if (base.isEmpty()) {
            return "";
        }
        List<JsonNode> makers = images.makersOf(base.get());
        String from = makers.stream().map(maker -> "bc/" + Fields.name(maker)).collect(Collectors.joining(", "));
        String origin = makers.isEmpty() ? "" : " (from " + from + ")";
        return " on " + names.of(base.get())
                + (makers.isEmpty() && images.isImportScheduled(base.get()) ? " (import scheduled)" : origin);
    }

    /**
     * How the builds went.
     *
     * @param successes whether a success is worth a line when nothing is being built
     */
    List<String> builds(JsonNode config, boolean successes) {
        List<JsonNode> builds = of(config);
        Optional<JsonNode> passed = newest(builds, "Complete");
        Optional<JsonNode> failed = newest(builds, "Failed|Error|Cancelled");
        List<JsonNode> active = builds.stream()
                .filter(build -> !phase(build).matches("Complete|Failed|Error|Cancelled"))
                .toList();
        Instant passTime = passed.map(BuildLines::time).orElse(Instant.MIN);
        Instant failTime = failed.map(BuildLines::time).orElse(Instant.MIN);
        List<JsonNode> ended = new ArrayList<>();
        if (passTime.isBefore(failTime)) {
            failed.ifPresent(ended::add);
        }
        if (successes || !active.isEmpty()) {
            passed.ifPresent(ended::add);
            failed.filter(build -> !ended.contains(build)).ifPresent(ended::add);
        }
        List<JsonNode> all = new ArrayList<>(active);
        boolean older =
                !active.isEmpty() && time(active.getFirst()).isBefore(passTime.isAfter(failTime) ? passTime : failTime);
        all.addAll(older ? 0 : all.size(), ended);
        if (all.isEmpty() && passed.isEmpty()) {
            return List.of("not built yet");
        }
        return all.stream().map(build -> build(build, config)).toList();
    }

    /** The builds of a build config, the newest first. */
    List<JsonNode> of(JsonNode config) {
        return objects.of(KnownTypes.BUILD).stream()
                .filter(build -> Fields.namespace(build).equals(Fields.namespace(config))
                        && configOf(build).equals(Fields.name(config)))
                .sorted(Comparator.comparing(Fields::created).reversed())
                .toList();
    }

    private static String configOf(JsonNode build) {
        String noted = Fields.annotation(build, "openshift.io/build-config.name");
        if (!noted.isEmpty()) {
            return noted;
        }
        return build.path("status")
                .path("config")
                .path("name")
                .asText(build.path("metadata")
                        .path("labels")
                        .path("buildconfig")
                        .asText(""));
    }

    private static Optional<JsonNode> newest(List<JsonNode> builds, String phases) {
        return builds.stream().filter(build -> phase(build).matches(phases)).findFirst();
    }

    static String phase(JsonNode build) {
        return build.path("status").path("phase").asText("");
    }

    private static Instant time(JsonNode build) {
        for (String field : List.of("completionTimestamp", "startTimestamp")) {
            if (build.path("status").hasNonNull(field)) {
                return Fields.time(build.path("status").path(field));
            }
        }
        return Fields.created(build);
    }

    private String build(JsonNode build, JsonNode config) {
        String name = Fields.name(build);
        String number = name.startsWith(Fields.name(config) + "-")
                ? name.substring(Fields.name(config).length() + 1)
                : "";
        String what = number.matches("[0-9]+") ? "build #" + number : "build/" + name;
        String time = Ages.rough(Duration.between(time(build), now)).toLowerCase(Locale.ROOT);
        String how = switch (phase(build)) {
            case "Complete" -> "succeeded " + time + " ago";
            case "Error" -> "stopped with an error " + time + " ago";
            case "Failed" -> "failed " + time + " ago";
            default -> phase(build).toLowerCase(Locale.ROOT) + " for " + time;
        };
        boolean lost = build.path("spec").path("output").hasNonNull("to") && !images.canPush(config);
        return what + " " + how + revision(build.path("spec").path("revision").path("git"))
                + (lost ? " (can't push to image)" : "");
    }

    private static String revision(JsonNode git) {
        if (!git.isObject()) {
            return "";
        }
        String author = user(git.path("author"));
        String person = author.isEmpty() ? user(git.path("committer")) : author;
        String commit = git.path("commit").asText("");
        return " - " + commit.substring(0, Math.min(7, commit.length())) + ": "
                + git.path("message").asText("").split("\n", 2)[0] + (person.isEmpty() ? "" : " (" + person + ")");
    }

    private static String user(JsonNode user) {
        String name = user.path("name").asText("");
        String email = user.path("email").asText("");
        return name.isEmpty() || email.isEmpty() ? name + email : name + " <" + email + ">";
    }
}
