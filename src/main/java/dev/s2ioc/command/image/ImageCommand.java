package dev.s2ioc.command.image;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.Subcommands;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Images in registries, looked at, copied and changed without a cluster. */
@Command(
        name = "image",
        description = "Look at images in registries, copy and change them.",
        footer = {
            "",
            "Examples:",
            "  # See what an image is made of",
            "  s2ioc image info quay.io/openshift/cli:latest",
            "",
            "  # Copy it to another registry",
            "  s2ioc image mirror quay.io/openshift/cli:latest registry.example.com/tools/cli:latest"
        })
public final class ImageCommand implements Action {

    @Spec
    CommandSpec spec;

    /** The command with its subcommands. */
    public static CommandLine tree(CommandContext context) {
        return new CommandLine(new ImageCommand())
                .addSubcommand("info", new InfoCommand(context))
                .addSubcommand("mirror", new MirrorCommand(context))
                .addSubcommand("append", new AppendCommand(context))
                .addSubcommand("extract", new ExtractCommand(context));
    }

    @Override
    public void run() {
        throw Subcommands.needed(spec.commandLine());
    }
}
