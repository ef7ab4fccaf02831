package dev.s2ioc.command.adm;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.Subcommands;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Removes what is old. */
@Command(
        name = "prune",
        description = "Remove old builds, deployments or images.",
        footer = {
            "",
            "Examples:",
            "  # See which builds would be removed, then remove them",
            "  s2ioc adm prune builds --keep-complete=2",
            "  s2ioc adm prune builds --keep-complete=2 --confirm"
        })
public final class PruneCommand implements Action {

    @Spec
    CommandSpec spec;

    static CommandLine tree(CommandContext context) {
        return new CommandLine(new PruneCommand())
                .addSubcommand("builds", new PruneBuildsCommand(context))
                .addSubcommand("deployments", new PruneDeploymentsCommand(context))
                .addSubcommand("images", new PruneImagesCommand(context));
    }

    @Override
    public void run() {
        throw Subcommands.needed(spec.commandLine());
    }
}
