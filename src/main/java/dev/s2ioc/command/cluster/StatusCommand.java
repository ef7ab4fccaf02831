package dev.s2ioc.command.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Says whether the local cluster runs, and where. */
@Command(
        name = "status",
        description = "Show whether the local cluster runs, and where.",
        footer = {
            "",
            "Ends in 0 when the cluster runs and in 1 when it does not.",
            "",
            "Examples:",
            "  # Is it running?",
            "  s2ioc cluster status"
        })
public final class StatusCommand implements Action {
    private final CommandContext context;

    StatusCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException {
        ClusterFiles files = ClusterFiles.of(context.surroundings());
        Optional<JsonNode> state =
                new ClusterProcess(files, context.surroundings().environment()).running();
        if (state.isEmpty()) {
            throw CommandFailure.verbatim("The local cluster is not running. Start it with: s2ioc cluster up", 1);
        }
        context.streams()
                .out()
                .println("The local cluster is running (process "
                        + state.get().path("pid").asLong() + ").");
        ClusterReport.print(context.streams().out(), files, state.get());
    }
}
