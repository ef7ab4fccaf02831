package dev.s2ioc.status;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.KnownTypes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is wrong with builds: images that are missing, or cannot be pushed, and builds that failed. */
final class BuildProblems {
    private final ProjectObjects objects;
    private final Images images;
    private final BuildLines builds;
    private final Names names;
    private final List<Problem> found = new ArrayList<>();

    BuildProblems(ProjectObjects objects, Images images, BuildLines builds, Names names) {
        this.objects = objects;
        this.images = images;
        this.builds = builds;
        this.names = names;
    }

    List<Problem> find() {
        List<JsonNode> configs = objects.of(KnownTypes.BUILD_CONFIG);
        boolean streams = !objects.unlisted().contains("imagestreams");
        if (streams) {
            configs.forEach(this::unpushable);
        }
        configs.forEach(this::circular);
        if (streams) {
            configs.forEach(this::missingBase);
            configs.forEach(this::failed);
            configs.forEach(this::pending);
        }
        return found;
    }

    private void add(Problem.Severity severity, String message, String suggestion) {
        found.add(new Problem(severity, message, suggestion));
    }

    private void unpushable(JsonNode config) {
        Optional<Image> output = Images.output(config).filter(Image::isTag);
        if (output.isEmpty() || !isVisible(output.get()) || images.canPush(config)) {
            return;
        }
        String what = names.of("bc", config) + " is pushing to " + names.of(output.get()) + ", but ";
        add(
                Problem.Severity.ERROR,
                what
                        + (images.hasStream(output.get())
                                ? "the administrator has not configured the integrated container image registry."
                                : "the image stream for that tag does not exist."),
                "");
    }

    /** Whether this is about a namespace that was looked at. */
    private boolean isVisible(Image image) {
        return names.namespace().isEmpty() || names.namespace().equals(image.namespace());
    }

    private void circular(JsonNode config) {
        Set<String> way = new LinkedHashSet<>();
        JsonNode at = config;
        while (way.add(names.of("bc", at))) {
            Optional<JsonNode> maker = Images.base(at)
                    .flatMap(base -> images.makersOf(base).stream().findFirst());
            if (maker.isEmpty()) {
                return;
            }
            at = maker.get();
        }
        boolean first = at.equals(config)
                && way.stream().sorted().findFirst().orElseThrow().equals(names.of("bc", config));
        if (first) {
            add(
                    Problem.Severity.WARNING,
                    "Cycle detected in build configurations: " + way.stream().collect(Collectors.joining(" <- ")),
                    "");
        }
    }

    private void missingBase(JsonNode config) {
        Optional<Image> base = Images.base(config).filter(Image::isTag).filter(this::isVisible);
        if (base.isEmpty() || images.isThere(base.get())) {
            return;
        }
        String what = names.of("bc", config) + " builds from " + names.of(base.get()) + ", but the image stream ";
        List<JsonNode> makers = images.makersOf(base.get());
        String suggestion = makers.isEmpty()
                ? "s2ioc import-image " + base.get().name() + " --from=IMAGE --confirm"
                : "s2ioc start-build " + Fields.name(makers.getFirst());
        add(
                Problem.Severity.WARNING,
                what + (images.hasStream(base.get()) ? "tag does not exist." : "does not exist."),
                suggestion);
    }

    private Optional<Image> missingOutput(JsonNode config) {
        return Images.output(config)
                .filter(Image::isTag)
                .filter(this::isVisible)
                .filter(image -> !images.isThere(image));
    }

    private void failed(JsonNode config) {
        List<JsonNode> all = builds.of(config);
        if (all.isEmpty() || missingOutput(config).isEmpty()) {
            return;
        }
        String name = names.of("build", all.getFirst());
        String logs = "Inspect the build failure with 's2ioc logs -f bc/" + Fields.name(config) + "'";
        switch (BuildLines.phase(all.getFirst())) {
            case "Failed" -> add(Problem.Severity.ERROR, name + " has failed.", logs);
            case "Error" -> add(Problem.Severity.ERROR, name + " has stopped with an error.", logs);
            case "Cancelled" ->
                add(Problem.Severity.WARNING, name + " was cancelled.", "s2ioc start-build " + Fields.name(config));
            default -> {
                // What is being built, or has been, is no problem.
            }
        }
    }

    private void pending(JsonNode config) {
        Optional<Image> output = missingOutput(config);
        if (output.isPresent() && builds.of(config).isEmpty()) {
            add(
                    Problem.Severity.WARNING,
                    names.of(output.get()) + " needs to be imported or created by a build.",
                    "s2ioc start-build " + Fields.name(config));
        }
    }
}
