package dev.s2ioc.command;

import dev.s2ioc.newapp.AppPlanner;
import dev.s2ioc.newapp.AppRequest;
import dev.s2ioc.newapp.Arguments;
import dev.s2ioc.newapp.Assignments;
import dev.s2ioc.newapp.CreationPlan;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes what runs an image: a deployment, and a service for the ports that the image exposes. */
@Command(
        name = "new-app",
        description = "Run an image: create a deployment that follows it, and a service for its ports.",
        footer = {
            "",
            "Examples:",
            "  # Run what the build config simple1 has built",
            "  s2ioc new-app simple1",
            "",
            "  # Run an image of a registry under another name",
            "  s2ioc new-app --image=registry.example.com/team/app:v1 --name app -e COLOR=blue",
            "",
            "  # Show what would be created",
            "  s2ioc new-app simple1 -o yaml"
        })
public final class NewAppCommand implements Action {

    @Parameters(
            arity = "0..*",
            paramLabel = "IMAGE",
            description = "The image stream or image to run; NAME=VALUE sets an environment variable.")
    List<String> words = List.of();

    @Option(names = "--name", paramLabel = "NAME", description = "The name of the new objects.")
    String name;

    @Option(
            names = {"-i", "--image-stream"},
            paramLabel = "STREAM[:TAG]",
            description = "The image stream to run.")
    List<String> imageStreams = List.of();

    @Option(
            names = {"--image", "--docker-image"},
            paramLabel = "IMAGE",
            description = "The registry image to run.")
    List<String> images = List.of();

    @Option(names = "--allow-missing-images", description = "Use an image even if nobody could find it.")
    boolean allowMissingImages;

    @Option(
            names = "--allow-missing-imagestream-tags",
            description = "Use the tag of an image stream even if it has no image yet.")
    boolean allowMissingTags;

    @Option(
            names = {"-l", "--labels"},
            paramLabel = "NAME=VALUE,…",
            description = "Labels of the new objects, instead of app=NAME and its like.")
    String labels = "";

    @Option(names = "--dry-run", description = "Show what would be created, and create nothing.")
    boolean dryRun;

    @Mixin
    EnvironmentFlags environment = new EnvironmentFlags();

    @Mixin
    PrintFlags print = new PrintFlags();

    private final CommandContext context;

    public NewAppCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException {
        boolean objects = print.isSet() && !print.output.equals("name");
        CreationPlan plan = new AppPlanner(context.session()).plan(request(objects || dryRun));
        plan.warnings().forEach(context.streams().err()::println);
        if (objects) {
            print.printer(context.surroundings())
                    .print(plan.list(), context.streams().out());
        } else {
            new NewObjectsReport(context, dryRun, print.isSet()).create(plan);
        }
    }

    private AppRequest request(boolean dry) throws IOException {
        Arguments arguments = Arguments.classify(words, false, context.surroundings()::resolve);
        if (!arguments.sources().isEmpty()) {
            throw new CommandFailure("new-app does not build sources, as \""
                    + arguments.sources().getFirst() + "\", yet: make the image with 's2ioc new-build "
                    + String.join(" ", words) + "', and run it with 's2ioc new-app NAME' once it is built");
        }
        Optional<Map<String, String>> labelMap = labels.isEmpty()
                ? Optional.empty()
                : Optional.of(Assignments.parse(List.of(labels.split(","))).values());
        return new AppRequest(
                new AppRequest.ImageWords(
                        arguments.components(), imageStreams, images, allowMissingImages, allowMissingTags),
                environment.read(context.surroundings(), context.streams().in(), arguments.assignments()),
                Optional.ofNullable(name),
                labelMap,
                dry);
    }
}
