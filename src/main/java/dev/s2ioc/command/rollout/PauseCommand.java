package dev.s2ioc.command.rollout;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Keeps a workload from rolling out its changes. */
@Command(
        name = "pause",
        description = "Let changes of a workload's pods wait until they are resumed.",
        footer = {
            "",
            "Examples:",
            "  # Change several things, and roll them out together",
            "  s2ioc rollout pause deploy/hello"
        })
public final class PauseCommand implements Action {

    @Mixin
    Pausing pausing = new Pausing();

    private final CommandContext context;

    PauseCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        pausing.set(true, context);
    }
}
