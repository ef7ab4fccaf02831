package dev.s2ioc.command.config;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Removes a context from the kubeconfig. */
@Command(
        name = "delete-context",
        description = "Remove a context from the kubeconfig.",
        footer = {"", "Examples:", "  # Remove a context", "  s2ioc config delete-context dev"})
public final class DeleteContextCommand implements Action {

    @Parameters(paramLabel = "NAME", description = "Name of the context.")
    String name;

    private final CommandContext context;

    DeleteContextCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        if (!context.kubeconfig().contextNames().contains(name)) {
            throw new CommandFailure("cannot delete context " + name + ", not in "
                    + context.kubeconfig().file());
        }
        context.kubeconfig().edit().removeContext(name).save();
        if (context.kubeconfig().currentContext().filter(name::equals).isPresent()) {
            context.streams()
                    .err()
                    .println(
                            "warning: this removed your active context, use \"s2ioc config use-context\" to select a different one");
        }
        context.streams()
                .out()
                .println("deleted context " + name + " from "
                        + context.kubeconfig().file());
    }
}
