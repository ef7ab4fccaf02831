package dev.s2ioc.command.policy;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lets pods of groups run under a security context constraint, or no longer. */
@Command
public final class SccGroupCommand implements Action {

    @Parameters(arity = "0..*", paramLabel = "SCC GROUP", description = "The constraint, then the groups.")
    List<String> words = List.of();

    @Mixin
    SccFlags flags = new SccFlags();

    private final CommandContext context;
    private final boolean adding;

    SccGroupCommand(CommandContext context, boolean adding) {
        this.context = context;
        this.adding = adding;
    }

    @Override
    public void run() throws IOException {
        if (words.size() < 2) {
            throw new CommandFailure("you must specify at least two arguments: <scc> <group> [group]...");
        }
        List<BoundSubject> subjects =
                words.stream().skip(1).map(BoundSubject::group).toList();
        if (adding) {
            flags.add(words.getFirst(), subjects, context);
        } else {
            flags.remove(words.getFirst(), subjects, context);
        }
    }
}
