package dev.s2ioc.command.config;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import picocli.CommandLine.Command;

/** Lists the users of the kubeconfig. */
@Command(
        name = "get-users",
        description = "List the users of the kubeconfig.",
        footer = {"", "Examples:", "  # List the users", "  s2ioc config get-users"})
public final class GetUsersCommand implements Action {

    private final CommandContext context;

    GetUsersCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        context.streams().out().println("NAME");
        context.kubeconfig().userNames().forEach(context.streams().out()::println);
    }
}
