package dev.s2ioc.command.cluster;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.Subcommands;
import dev.s2ioc.flags.Specs;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The local cluster: start it, look at it, stop it, remove it. */
@Command(
        name = "cluster",
        description = "Start, stop and look at the local cluster.",
        footer = {
            "",
            "Examples:",
            "  # Start the local cluster and add its kubeconfig contexts",
            "  s2ioc cluster up",
            "",
            "  # Stop it; objects and images stay for the next time",
            "  s2ioc cluster down"
        })
public final class ClusterCommand implements Action {

    @Spec
    CommandSpec spec;

    /** The command with its subcommands. */
    public static CommandLine tree(CommandContext context) {
        return Subcommands.of(
                Specs.line(new ClusterCommand()),
                context,
                List.of(
                        new Subcommands.Entry("up", UpCommand::new),
                        new Subcommands.Entry("status", StatusCommand::new),
                        new Subcommands.Entry("down", DownCommand::new),
                        new Subcommands.Entry("prune", PruneCommand::new),
                        new Subcommands.Entry("delete", DeleteCommand::new),
                        new Subcommands.Entry("export", ExportCommand::new),
                        new Subcommands.Entry("import", ImportCommand::new),
                        new Subcommands.Entry("serve", ServeCommand::new)));
    }

    @Override
    public void run() {
        throw Subcommands.needed(spec.commandLine());
    }
}
