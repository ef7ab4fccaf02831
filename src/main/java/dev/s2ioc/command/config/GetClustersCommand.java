package dev.s2ioc.command.config;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import picocli.CommandLine.Command;

/** Lists the clusters of the kubeconfig. */
@Command(
        name = "get-clusters",
        description = "List the clusters of the kubeconfig.",
        footer = {"", "Examples:", "  # List the clusters", "  s2ioc config get-clusters"})
public final class GetClustersCommand implements Action {

    private final CommandContext context;

    GetClustersCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        context.streams().out().println("NAME");
        context.kubeconfig().clusterNames().forEach(context.streams().out()::println);
    }
}
