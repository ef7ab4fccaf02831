package dev.s2ioc.command.cluster;

import dev.s2ioc.cluster.LocalCluster;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import java.io.IOException;
import java.nio.file.Files;
import picocli.CommandLine.Command;

/** Stops the local cluster and removes everything that is in it. */
@Command(
        name = "delete",
        description = "Stop the local cluster and remove all that is in it.",
        footer = {
            "",
            "Objects, images, certificates and the kubeconfig contexts go. There is no way back.",
            "",
            "Examples:",
            "  # Remove the local cluster",
            "  s2ioc cluster delete"
        })
public final class DeleteCommand implements Action {
    private final CommandContext context;

    DeleteCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        ClusterFiles files = ClusterFiles.of(context.surroundings());
        new ClusterProcess(files, context.surroundings().environment()).stop();
        boolean existed = Files.exists(files.directory());
        if (existed) {
            for (String complaint :
                    LocalCluster.erase(files.directory(), context.surroundings().environment())) {
                context.streams().err().println("warning: " + complaint);
            }
        }
        new ClusterContexts(context.kubeconfig()).remove();
        context.streams().out().println(existed ? "The local cluster is deleted." : "There is no local cluster.");
    }
}
