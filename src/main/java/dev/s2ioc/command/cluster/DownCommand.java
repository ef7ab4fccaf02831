package dev.s2ioc.command.cluster;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import java.io.IOException;
import picocli.CommandLine.Command;

/** Stops the local cluster and keeps what is in it. */
@Command(
        name = "down",
        description = "Stop the local cluster; objects and images stay.",
        footer = {
            "",
            "Builds that are running are ended in Error. The kubeconfig contexts stay.",
            "",
            "Examples:",
            "  # Stop the local cluster",
            "  s2ioc cluster down"
        })
public final class DownCommand implements Action {
    private final CommandContext context;

    DownCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        boolean stopped = new ClusterProcess(
                        ClusterFiles.of(context.surroundings()),
                        context.surroundings().environment())
                .stop();
        context.streams()
                .out()
                .println(
                        stopped
                                ? "The local cluster is stopped; its data stays."
                                : "The local cluster is not running.");
    }
}
