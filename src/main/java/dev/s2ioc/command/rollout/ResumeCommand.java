package dev.s2ioc.command.rollout;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lets a paused workload roll out its changes. */
@Command(
        name = "resume",
        description = "Roll out what has changed in a workload since it was paused.",
        footer = {"", "Examples:", "  # Roll out what has changed", "  s2ioc rollout resume deploy/hello"})
public final class ResumeCommand implements Action {

    @Mixin
    Pausing pausing = new Pausing();

    private final CommandContext context;

    ResumeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        pausing.set(false, context);
    }
}
