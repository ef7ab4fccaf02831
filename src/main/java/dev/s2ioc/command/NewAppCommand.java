package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.newapp.AppArguments;
import dev.s2ioc.newapp.AppPlanner;
import dev.s2ioc.newapp.AppRequest;
import dev.s2ioc.newapp.Assignments;
import dev.s2ioc.newapp.ClosingWords;
import dev.s2ioc.newapp.CreationPlan;
import dev.s2ioc.newapp.Strategy;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes an application of images, sources and templates: builds, what runs the images, and services. */
@Command(
        name = "new-app",
        description = {
            "Create an application from images, sources or templates.",
            "",
            "For a source, a build config and the image stream for its image are created; for each image, a deployment"
                    + " that follows it, and a service for the ports that it exposes; for a template, its objects."
                    + " All of it is created, or nothing."
        },
        footer = {
            "",
            "Examples:",
            "  # Build a git repository with a builder image, and run what it becomes",
            "  s2ioc new-app ruby~https://example.com/app.git --name app",
            "",
            "  # The same for the repository around this directory, by what is in it",
            "  s2ioc new-app .",
            "",
            "  # Run what the build config simple1 has built",
            "  s2ioc new-app simple1",
            "",
            "  # Run an image of a registry under another name",
            "  s2ioc new-app --image=example.com/team/app:v1 --name web -e COLOR=blue",
            "",
            "  # Run two images together in one pod",
            "  s2ioc new-app web+cache",
            "",
            "  # Create what a stored template, or one in a file, describes",
            "  s2ioc new-app --template=shop -p USER=me",
            "  s2ioc new-app -f shop.yaml --param-file=shop.env",
            "",
            "  # List what there is to make applications of, or search it",
            "  s2ioc new-app -L",
            "  s2ioc new-app -S ruby",
            "",
            "  # Show what would be created",
            "  s2ioc new-app simple1 -o yaml"
        })
public final class NewAppCommand implements Action {

    @Parameters(
            arity = "0..*",
            paramLabel = "IMAGE",
            description = "An image stream, image or template; a source, as URL[#REF] or directory; both as"
                    + " IMAGE~SOURCE; images for one pod as IMAGE+IMAGE; NAME=VALUE sets an environment variable.")
    List<String> words = List.of();

    @Option(names = "--name", paramLabel = "NAME", description = "The name of the new objects.")
    String name;

    @Option(
            names = {"-L", "--list"},
            description = "List the templates and image streams that applications can be made of.")
    boolean list;

    @Option(
            names = {"-S", "--search"},
            description = "Search templates, image streams and registries for the arguments, and create nothing.")
    boolean search;

    @Option(names = "--binary", description = "The source is uploaded by each start-build.")
    boolean binary;

    @Option(
            names = "--strategy",
            converter = StrategyFlag.class,
            paramLabel = "STRATEGY",
            description = "docker or source; without it, a builder image means source.")
    Strategy strategy;

    @Option(
            names = {"-l", "--labels"},
            paramLabel = "NAME=VALUE,…",
            description = "Labels of the new objects and pods, besides app=NAME and its like.")
    String labels = "";

    @Option(names = "--dry-run", description = "Show what would be created, and create nothing.")
    boolean dryRun;

    @Mixin
    SourceFlags sources = new SourceFlags();

    @Mixin
    ImageWordFlags images = new ImageWordFlags();

    @Mixin
    TemplateFlags templates = new TemplateFlags();

    @Mixin
    EnvironmentFlags environment = new EnvironmentFlags();

    @Mixin
    BuildEnvironmentFlags buildEnvironment = new BuildEnvironmentFlags();

    @Mixin
    RunningFlags running = new RunningFlags();

    @Mixin
    PlanPrintFlags print = new PlanPrintFlags();

    @Mixin
    NoEffectFlags noEffect = new NoEffectFlags();

    private final CommandContext context;

    public NewAppCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        PrintStream err = context.streams().err();
        noEffect.tell(err);
        NoEffectFlags.tell(print.sortBy != null, "--sort-by", err);
        if (list || search) {
            new CatalogReport(context, print).tell(this);
            return;
        }
        boolean objects = print.isSet() && !print.output.equals("name");
        CreationPlan plan = new AppPlanner(context.session()).plan(request(objects || dryRun));
        if (print.isSet()) {
            plan.notices().forEach(err::println);
        }
        plan.warnings().forEach(err::println);
        if (objects) {
            print.printer(context).print(plan.list(), context.streams().out());
            return;
        }
        List<JsonNode> stored = new NewObjectsReport(context, dryRun, print.isSet()).create(plan);
        if (!dryRun && !print.isSet()) {
            ClosingWords.of(stored).forEach(context.streams().out()::println);
        }
    }

    private AppRequest request(boolean dry) throws IOException {
        AppArguments arguments = AppArguments.of(
                new AppArguments.Words(
                        words,
                        images.imageStreams,
                        images.images,
                        templates.templates,
                        templates.files,
                        sources.code,
                        running.groups),
                binary,
                context.surroundings()::resolve);
        AppRequest.Building building = new AppRequest.Building(
                binary,
                Optional.ofNullable(strategy),
                sources.contextDirectory(),
                sources.sourceSecret(),
                sources.sourceImage(),
                buildEnvironment.read(context),
                context.surroundings()::resolve);
        return new AppRequest(
                arguments,
                new AppRequest.Finding(images.allowMissingImages, images.allowMissingTags, images.importPolicy()),
                building,
                running.running(environment.read(context, arguments.assignments())),
                templates.read(context),
                Optional.ofNullable(name),
                Assignments.labels(labels).values(),
                dry);
    }
}
