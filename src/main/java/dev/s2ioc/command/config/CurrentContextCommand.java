package dev.s2ioc.command.config;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import picocli.CommandLine.Command;

/** Names the current context. */
@Command(
        name = "current-context",
        description = "Print the name of the current context.",
        footer = {"", "Examples:", "  # Print the name of the current context", "  s2ioc config current-context"})
public final class CurrentContextCommand implements Action {
    private final CommandContext context;

    CurrentContextCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        String name = context.kubeconfig()
                .currentContext()
                .filter(current -> !current.isEmpty())
                .orElseThrow(() -> new CommandFailure("current-context is not set"));
        context.streams().out().println(name);
    }
}
