package dev.s2ioc.command.policy;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes all roles in the project from users. */
@Command(
        name = "remove-user",
        description = "Take all roles in the project from users.",
        footer = {
            "",
            "Examples:",
            "  # Let joe do nothing more in the current project",
            "  s2ioc policy remove-user joe"
        })
public final class RemoveUserCommand implements Action {

    @Parameters(arity = "0..*", paramLabel = "USER", description = "The users.")
    List<String> names = List.of();

    @Mixin
    RemovalFlags flags = new RemovalFlags();

    private final CommandContext context;

    RemoveUserCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException {
        if (names.isEmpty()) {
            throw new CommandFailure("you must specify at least one argument: <user> [user]...");
        }
        flags.remove("Users", names.stream().map(BoundSubject::user).toList(), context);
    }
}
