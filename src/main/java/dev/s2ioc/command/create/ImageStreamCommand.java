package dev.s2ioc.command.create;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates an empty image stream. */
@Command(
        name = "imagestream",
        description = "Create an empty image stream.",
        footer = {"", "Examples:", "  # Create an image stream to push to", "  s2ioc create imagestream simple1"})
public final class ImageStreamCommand implements Action {

    @Parameters(paramLabel = "NAME", description = "Name of the image stream.")
    String name;

    @Option(names = "--lookup-local", description = "Let workloads of the project use the stream's name as an image.")
    boolean lookupLocal;

    @Mixin
    CreateFlags create = new CreateFlags();

    private final CommandContext context;

    ImageStreamCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        NewObject stream = new NewObject(context, create, "image.openshift.io/v1", "ImageStream", name);
        stream.body().putObject("spec").putObject("lookupPolicy").put("local", lookupLocal);
        stream.create(create.parameters());
    }
}
