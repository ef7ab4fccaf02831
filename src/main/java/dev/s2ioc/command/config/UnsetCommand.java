package dev.s2ioc.command.config;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes one value, or one entry, out of the kubeconfig. */
@Command(
        name = "unset",
        description = "Take one value, or one entry, out of the kubeconfig.",
        footer = {
            "",
            "Examples:",
            "  # Forget which context is current",
            "  s2ioc config unset current-context",
            "",
            "  # Remove a user",
            "  s2ioc config unset users.me"
        })
public final class UnsetCommand implements Action {

    @Parameters(paramLabel = "PROPERTY", description = "What to take away.")
    String property;

    private final CommandContext context;

    UnsetCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        context.kubeconfig().edit().unset(property).save();
        context.streams().out().println("Property \"" + property + "\" unset.");
    }
}
