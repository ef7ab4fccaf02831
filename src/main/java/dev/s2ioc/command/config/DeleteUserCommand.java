package dev.s2ioc.command.config;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Removes a user from the kubeconfig. */
@Command(
        name = "delete-user",
        description = "Remove a user from the kubeconfig.",
        footer = {"", "Examples:", "  # Remove a user", "  s2ioc config delete-user dev"})
public final class DeleteUserCommand implements Action {

    @Parameters(paramLabel = "NAME", description = "Name of the user.")
    String name;

    private final CommandContext context;

    DeleteUserCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        if (!context.kubeconfig().userNames().contains(name)) {
            throw new CommandFailure("cannot delete user " + name + ", not in "
                    + context.kubeconfig().file());
        }
        context.kubeconfig().edit().removeUser(name).save();
        context.streams()
                .out()
                .println(
                        "deleted user " + name + " from " + context.kubeconfig().file());
    }
}
