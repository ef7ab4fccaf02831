package dev.s2ioc.command.image;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.Subcommands;
import dev.s2ioc.flags.Specs;
import java.util.List;
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
        return Subcommands.of(
                Specs.line(new ImageCommand()),
                context,
                List.of(
                        new Subcommands.Entry("info", InfoCommand::new),
                        new Subcommands.Entry("mirror", MirrorCommand::new),
                        new Subcommands.Entry("append", AppendCommand::new),
                        new Subcommands.Entry("extract", ExtractCommand::new)));
    }

    @Override
    public void run() {
        throw Subcommands.needed(spec.commandLine());
    }
}
