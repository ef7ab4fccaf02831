package dev.s2ioc.command.config;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Removes a cluster from the kubeconfig. */
@Command(
        name = "delete-cluster",
        description = "Remove a cluster from the kubeconfig.",
        footer = {"", "Examples:", "  # Remove a cluster", "  s2ioc config delete-cluster dev"})
public final class DeleteClusterCommand implements Action {

    @Parameters(paramLabel = "NAME", description = "Name of the cluster.")
    String name;

    private final CommandContext context;

    DeleteClusterCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        if (!context.kubeconfig().clusterNames().contains(name)) {
            throw new CommandFailure("cannot delete cluster " + name + ", not in "
                    + context.kubeconfig().file());
        }
        context.kubeconfig().edit().removeCluster(name).save();
        context.streams()
                .out()
                .println("deleted cluster " + name + " from "
                        + context.kubeconfig().file());
    }
}
