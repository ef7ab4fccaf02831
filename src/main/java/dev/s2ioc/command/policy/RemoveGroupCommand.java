package dev.s2ioc.command.policy;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes all roles in the project from groups. */
@Command(
        name = "remove-group",
        description = "Take all roles in the project from groups.",
        footer = {
            "",
            "Examples:",
            "  # Let developers do nothing more in the current project",
            "  s2ioc policy remove-group developers"
        })
public final class RemoveGroupCommand implements Action {

    @Parameters(arity = "0..*", paramLabel = "GROUP", description = "The groups.")
    List<String> names = List.of();

    @Mixin
    RemovalFlags flags = new RemovalFlags();

    private final CommandContext context;

    RemoveGroupCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException {
        if (names.isEmpty()) {
            throw new CommandFailure("you must specify at least one argument: <group> [group]...");
        }
        flags.remove("Groups", names.stream().map(BoundSubject::group).toList(), context);
    }
}
