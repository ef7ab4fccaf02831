package dev.s2ioc.command.adm;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.Subcommands;
import dev.s2ioc.command.policy.PolicyCommand;
import dev.s2ioc.flags.Specs;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What keeps a cluster in order: seeing what depends on what, and removing what is old. */
@Command(
        name = "adm",
        description =
                "Keep a cluster in order: see which builds depend on which images, remove what is old, give roles.",
        footer = {
            "",
            "Examples:",
            "  # See which builds start when a tag gets another image",
            "  s2ioc adm build-chain base:latest",
            "",
            "  # See which builds could be removed",
            "  s2ioc adm prune builds",
            "",
            "  # Make a project for joe",
            "  s2ioc adm new-project web --admin=joe"
        })
public final class AdmCommand implements Action {

    @Spec
    CommandSpec spec;

    /** The command with its subcommands. */
    public static CommandLine tree(CommandContext context) {
        return Subcommands.of(
                Specs.line(new AdmCommand()),
                context,
                List.of(
                        new Subcommands.Entry("build-chain", BuildChainCommand::new),
                        new Subcommands.Entry("new-project", NewProjectCommand::new),
                        new Subcommands.Entry("policy", PolicyCommand::adminTree),
                        new Subcommands.Entry("prune", PruneCommand::tree)));
    }

    @Override
    public void run() {
        throw Subcommands.needed(spec.commandLine());
    }
}
