package dev.s2ioc.command.create;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates a build that belongs to no BuildConfig. */
@Command(
        name = "build",
        description = "Create a build that belongs to no build config; most builds are better made by new-build.",
        footer = {
            "",
            "Examples:",
            "  # Build a Dockerfile once",
            "  s2ioc create build once --dockerfile-contents='FROM quay.io/me/base' --to-image-stream=once:latest",
            "",
            "  # Build a Git repository with a builder image",
            "  s2ioc create build app --strategy=Source --source-git=https://example.com/app.git \\",
            "      --from-image=quay.io/me/builder --to-image-stream=app:latest"
        })
public final class BuildCommand implements Action {

    @Parameters(paramLabel = "NAME", description = "Name of the build.")
    String name;

    @Option(
            names = "--strategy",
            paramLabel = "Docker|Source|Custom",
            description = "How to build; Docker when a Dockerfile or a base image is given.")
    String strategy = "";

    @Option(names = "--source-git", paramLabel = "URL", description = "The Git repository with the sources.")
    String git = "";

    @Option(names = "--source-revision", paramLabel = "REF", description = "A branch, tag or commit of it.")
    String revision = "";

    @Option(names = "--context-dir", paramLabel = "DIR", description = "The directory of the sources that is built.")
    String contextDirectory = "";

    @Option(names = "--dockerfile-contents", paramLabel = "TEXT", description = "The Dockerfile's text.")
    String dockerfile = "";

    @Option(names = "--dockerfile-path", paramLabel = "PATH", description = "Where in the sources the Dockerfile is.")
    String dockerfilePath = "";

    @Option(names = "--from-image", paramLabel = "IMAGE", description = "The image to start from, or the builder.")
    String fromImage = "";

    @Option(names = "--to-image", paramLabel = "IMAGE", description = "Where to push the image, in any registry.")
    String toImage = "";

    @Option(
            names = "--to-image-stream",
            paramLabel = "[NAMESPACE/]STREAM:TAG",
            description = "The image stream tag to push the image to.")
    String toStream = "";

    @Option(
            names = "--image-optimization-policy",
            paramLabel = "None|SkipLayers|SkipLayersAndWarn",
            description = "Whether each line of the Dockerfile becomes a layer.")
    String optimization = "";

    @Option(names = "--env", paramLabel = "NAME=VALUE", description = "An environment variable; may be repeated.")
    List<String> environment = List.of();

    @Option(names = "--build-loglevel", paramLabel = "LEVEL", description = "How much the build says, from 0 to 10.")
    int logLevel;

    @Mixin
    CreateFlags create = new CreateFlags();

    private final CommandContext context;

    BuildCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        NewObject build = new NewObject(context, create, "build.openshift.io/v1", "Build", name);
        ObjectNode spec = build.body().putObject("spec");
        addSource(spec.putObject("source"));
        Optional<String> kind = kind();
        kind.ifPresent(type -> addStrategy(spec.putObject("strategy"), type));
        if (kind.isEmpty() && !variables().isEmpty()) {
            throw new CommandFailure("--env and --build-loglevel need a strategy: give one with --strategy");
        }
        addOutput(spec);
        build.create(create.parameters());
    }

    private void addSource(ObjectNode source) {
        if (!git.isEmpty()) {
            source.put("type", "Git");
            put(source.putObject("git").put("uri", git), "ref", revision);
        } else if (!revision.isEmpty()) {
            throw new CommandFailure("--source-revision needs --source-git");
        }
        if (!dockerfile.isEmpty()) {
            source.put("type", git.isEmpty() ? "Dockerfile" : "Git").put("dockerfile", dockerfile);
        }
        put(source, "contextDir", contextDirectory);
    }

    private Optional<String> kind() {
        boolean ofDockerfile = !dockerfile.isEmpty() || !dockerfilePath.isEmpty() || !optimization.isEmpty();
        Optional<String> kind = switch (strategy.toLowerCase(Locale.ROOT)) {
            case "docker" -> Optional.of("Docker");
            case "source" -> Optional.of("Source");
            case "custom" -> Optional.of("Custom");
            case "" -> ofDockerfile || !fromImage.isEmpty() ? Optional.of("Docker") : Optional.empty();
            default -> throw new CommandFailure("--strategy must be Docker, Source or Custom, not " + strategy);
        };
        if (ofDockerfile && !kind.equals(Optional.of("Docker"))) {
            throw new CommandFailure("the flags about a Dockerfile need --strategy=Docker");
        }
        return kind;
    }

    private void addStrategy(ObjectNode parent, String kind) {
        ObjectNode details = parent.put("type", kind).putObject(kind.toLowerCase(Locale.ROOT) + "Strategy");
        if (!fromImage.isEmpty()) {
            details.putObject("from").put("kind", "DockerImage").put("name", fromImage);
        }
        put(details, "dockerfilePath", dockerfilePath);
        put(details, "imageOptimizationPolicy", optimization);
        List<String> variables = variables();
        if (!variables.isEmpty()) {
            ArrayNode list = details.putArray("env");
            variables.forEach(variable -> {
                int equals = variable.indexOf('=');
                list.addObject()
                        .put("name", variable.substring(0, equals))
                        .put("value", variable.substring(equals + 1));
            });
        }
    }

    private List<String> variables() {
        environment.stream()
                .filter(variable -> variable.indexOf('=') < 1)
                .findFirst()
                .ifPresent(variable -> {
                    throw new CommandFailure("invalid --env: " + variable + " is not NAME=VALUE");
                });
        return logLevel == 0
                ? environment
                : Stream.concat(environment.stream(), Stream.of("BUILD_LOGLEVEL=" + logLevel))
                        .toList();
    }

    private void addOutput(ObjectNode spec) {
        if (!toImage.isEmpty() && !toStream.isEmpty()) {
            throw new CommandFailure("--to-image and --to-image-stream cannot be used together");
        }
        if (!toImage.isEmpty()) {
            spec.withObject("/output/to").put("kind", "DockerImage").put("name", toImage);
        }
        if (!toStream.isEmpty()) {
            if (!toStream.matches("([^/:@]+/)?[^/:@]+:[^/:@]+")) {
                throw new CommandFailure("invalid --to-image-stream: must specify [NAMESPACE/]STREAM:TAG");
            }
            int slash = toStream.indexOf('/');
            ObjectNode to = spec.withObject("/output/to").put("kind", "ImageStreamTag");
            put(to, "namespace", slash < 0 ? "" : toStream.substring(0, slash));
            to.put("name", toStream.substring(slash + 1));
        }
    }

    private static void put(ObjectNode object, String field, String value) {
        if (!value.isEmpty()) {
            object.put(field, value);
        }
    }
}
