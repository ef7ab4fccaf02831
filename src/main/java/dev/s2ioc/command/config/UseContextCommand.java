package dev.s2ioc.command.config;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes another context the current one. */
@Command(
        name = "use-context",
        description = "Make another context the current one.",
        footer = {"", "Examples:", "  # Go on as the administrator", "  s2ioc config use-context s2ioc-admin"})
public final class UseContextCommand implements Action {

    @Parameters(paramLabel = "NAME", description = "Name of the context.")
    String name;

    private final CommandContext context;

    UseContextCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        if (context.kubeconfig().context(name).isEmpty()) {
            throw new CommandFailure("no context exists with the name: \"" + name + "\"");
        }
        context.kubeconfig().edit().currentContext(name).save();
        context.streams().out().println("Switched to context \"" + name + "\".");
    }
}
