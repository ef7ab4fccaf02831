package dev.s2ioc.command.s2i;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.s2i.Skeleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the files that a builder image begins with. */
@Command(
        name = "create",
        description = "Write the files that a new builder image begins with; never overwrite one.",
        footer = {
            "",
            "Examples:",
            "  # A directory with Dockerfile, scripts, test and README",
            "  s2ioc s2i create my-builder ./my-builder",
            "",
            "  # Upon another base image",
            "  s2ioc s2i create my-builder . --base=quay.io/centos/centos:stream9"
        })
public final class CreateCommand implements Action {

    @Parameters(index = "0", paramLabel = "IMAGE", description = "The name of the builder image.")
    String image;

    @Parameters(index = "1", paramLabel = "DIR", description = "The directory to write to.")
    String directory;

    @Option(
            names = "--base",
            paramLabel = "IMAGE",
            defaultValue = "registry.access.redhat.com/ubi9/s2i-core:latest",
            description = "The image that it is made from. Default: ${DEFAULT-VALUE}")
    String base;

    private final CommandContext context;

    public CreateCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException {
        if (!image.matches("[a-z0-9]([a-z0-9._/:-]*[a-z0-9])?")) {
            throw new CommandFailure(
                    "\"" + image + "\" cannot be the name of an image: it has lower-case letters, digits,"
                            + " and . _ - / : in between");
        }
        Path path = context.surroundings().resolve(directory);
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new CommandFailure("\"" + directory + "\" is not a directory");
        }
        new Skeleton(image, base).write(path, (file, written) -> {
            if (written) {
                context.streams().out().println(file);
            } else {
                context.streams().err().println("File already exists: " + file + ", skipping");
            }
        });
    }
}
