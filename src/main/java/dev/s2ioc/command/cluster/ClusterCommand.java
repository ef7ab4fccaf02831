package dev.s2ioc.command.cluster;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.Subcommands;
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
        return new CommandLine(new ClusterCommand())
                .addSubcommand("up", new UpCommand(context))
                .addSubcommand("status", new StatusCommand(context))
                .addSubcommand("down", new DownCommand(context))
                .addSubcommand("prune", new PruneCommand(context))
                .addSubcommand("delete", new DeleteCommand(context))
                .addSubcommand("export", new ExportCommand(context))
                .addSubcommand("import", new ImportCommand(context))
                .addSubcommand("serve", new ServeCommand(context));
    }

    @Override
    public void run() {
        throw Subcommands.needed(spec.commandLine());
    }
}
