package dev.s2ioc.command.adm;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.Subcommands;
import dev.s2ioc.flags.Specs;
import java.util.List;
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
        return Subcommands.of(
                Specs.line(new PruneCommand()),
                context,
                List.of(
                        new Subcommands.Entry("builds", PruneBuildsCommand::new),
                        new Subcommands.Entry("deployments", PruneDeploymentsCommand::new),
                        new Subcommands.Entry("images", PruneImagesCommand::new)));
    }

    @Override
    public void run() {
        throw Subcommands.needed(spec.commandLine());
    }
}
