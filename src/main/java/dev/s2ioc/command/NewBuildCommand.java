package dev.s2ioc.command;

import dev.s2ioc.newapp.Arguments;
import dev.s2ioc.newapp.Assignments;
import dev.s2ioc.newapp.BuildPlanner;
import dev.s2ioc.newapp.BuildRequest;
import dev.s2ioc.newapp.CreationPlan;
import dev.s2ioc.newapp.Strategy;
import dev.s2ioc.newapp.WebhookSecret;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a build config, and the image streams that it needs. */
@Command(
        name = "new-build",
        description = "Create a build config, and the image stream for what it builds.",
        footer = {
            "",
            "Examples:",
            "  # A build of uploaded sources that have a Dockerfile",
            "  s2ioc new-build --name s2i-simple-builder --binary",
            "",
            "  # A build of uploaded sources with a builder image",
            "  s2ioc new-build s2i-simple-builder --binary --name simple1",
            "",
            "  # A build of a git repository with a builder image",
            "  s2ioc new-build s2i-simple-builder~https://example.com/app.git#main --context-dir=src",
            "",
            "  # A build of the repository around this directory, with its Dockerfile or by its language",
            "  s2ioc new-build .",
            "",
            "  # A build of a Dockerfile that is given here",
            "  s2ioc new-build --dockerfile=$'FROM busybox\\nRUN echo hello' --name hello",
            "",
            "  # The same from a script that may run again: create it, or change it to this",
            "  s2ioc new-build --name app --binary --update",
            "",
            "  # Show what would be created",
            "  s2ioc new-build --name app --binary -o yaml"
        })
public final class NewBuildCommand implements Action {

    @Parameters(
            arity = "0..*",
            paramLabel = "IMAGE",
            description = "The image stream or image to build with; the source, as URL[#REF] or directory;"
                    + " both as IMAGE~SOURCE; NAME=VALUE sets an environment variable.")
    List<String> words = List.of();

    @Option(names = "--name", paramLabel = "NAME", description = "The name of the new objects.")
    String name;

    @Option(names = "--binary", description = "The source is uploaded by each start-build.")
    boolean binary;

    @Option(
            names = {"-D", "--dockerfile"},
            paramLabel = "TEXT",
            description = "The text of the Dockerfile to build; - reads it from standard input.")
    String dockerfile;

    @Option(
            names = "--strategy",
            converter = StrategyFlag.class,
            paramLabel = "STRATEGY",
            description = "docker or source; without it, a builder image means source.")
    Strategy strategy;

    @Mixin
    ImageWordFlags images = new ImageWordFlags();

    @Option(
            names = {"-l", "--labels"},
            paramLabel = "NAME=VALUE,…",
            description = "Labels of the new objects, instead of build=NAME.")
    String labels = "";

    @Option(names = "--dry-run", description = "Show what would be created, and create nothing.")
    boolean dryRun;

    @Mixin
    SourceFlags sources = new SourceFlags();

    @ArgGroup
    ExistingFlags existing = new ExistingFlags();

    @Mixin
    EnvironmentFlags environment = new EnvironmentFlags();

    @Mixin
    NewBuildFlags flags = new NewBuildFlags();

    @Mixin
    PrintFlags print = new PrintFlags();

    @Mixin
    NoEffectFlags noEffect = new NoEffectFlags();

    private final CommandContext context;

    public NewBuildCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        noEffect.tell(context.streams().err());
        BuildPlanner planner = new BuildPlanner(context.session(), new WebhookSecret());
        CreationPlan plan = planner.plan(request());
        boolean objects = print.isSet() && !print.output.equals("name");
        if (print.isSet()) {
            plan.notices().forEach(context.streams().err()::println);
        }
        plan.warnings().forEach(context.streams().err()::println);
        if (objects) {
            print.printer(context.surroundings())
                    .print(plan.list(), context.streams().out());
        } else {
            new NewObjectsReport(context, dryRun, print.isSet()).create(plan);
        }
    }

    private BuildRequest request() throws IOException {
        Arguments arguments = Arguments.classify(words, binary, context.surroundings()::resolve);
        BuildRequest.Input input = new BuildRequest.Input(
                binary,
                Optional.ofNullable(dockerfileText()),
                sources.source(arguments.sources(), binary, context.surroundings()),
                sources.contextDirectory(),
                sources.sourceSecret(),
                sources.sourceImage(),
                arguments.components(),
                images.imageStreams,
                images.images,
                images.allowMissingImages,
                images.allowMissingTags);
        BuildRequest.Settings settings = new BuildRequest.Settings(
                environment.read(context, arguments.assignments()),
                Assignments.buildArguments(flags.buildArguments),
                flags.secrets(),
                flags.configMaps());
        return new BuildRequest(
                input,
                flags.output(),
                settings,
                Optional.ofNullable(name),
                Optional.ofNullable(strategy),
                existing.existing(),
                labelMap(),
                images.importPolicy());
    }

    private String dockerfileText() throws IOException {
        return "-".equals(dockerfile) ? EnvironmentFlags.text(context.streams().in()) : dockerfile;
    }

    private Optional<Map<String, String>> labelMap() {
        return labels.isEmpty()
                ? Optional.empty()
                : Optional.of(Assignments.labels(labels).values());
    }
}
