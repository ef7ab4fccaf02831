package dev.s2ioc.command.s2i;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.Subcommands;
import dev.s2ioc.flags.Specs;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What builder images need that are to turn sources into images. */
@Command(
        name = "s2i",
        description = "Make, check and look at source-to-image builders.",
        footer = {
            "",
            "Examples:",
            "  # Begin a builder image, and check it",
            "  s2ioc s2i create my-builder ./my-builder",
            "  s2ioc s2i lint ./my-builder",
            "",
            "  # See the Dockerfile by which a builder of the project builds sources",
            "  s2ioc s2i generate my-builder"
        })
public final class S2iCommand implements Action {

    @Spec
    CommandSpec spec;

    /** The command with its subcommands. */
    public static CommandLine tree(CommandContext context) {
        return Subcommands.of(
                Specs.line(new S2iCommand()),
                context,
                List.of(
                        new Subcommands.Entry("create", CreateCommand::new),
                        new Subcommands.Entry("lint", LintCommand::new),
                        new Subcommands.Entry("generate", GenerateCommand::new),
                        new Subcommands.Entry("usage", UsageCommand::new)));
    }

    @Override
    public void run() {
        throw Subcommands.needed(spec.commandLine());
    }
}
