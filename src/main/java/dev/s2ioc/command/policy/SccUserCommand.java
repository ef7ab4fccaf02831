package dev.s2ioc.command.policy;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets pods of users run under a security context constraint, or no longer. */
@Command
public final class SccUserCommand implements Action {

    @Parameters(arity = "0..*", paramLabel = "SCC USER", description = "The constraint, then the users.")
    List<String> words = List.of();

    @Option(
            names = {"-z", "--serviceaccount"},
            paramLabel = "NAME",
            split = ",",
            description = "A service account of the current project; may be repeated.")
    List<String> serviceAccounts = List.of();

    @Mixin
    SccFlags flags = new SccFlags();

    private final CommandContext context;
    private final boolean adding;

    SccUserCommand(CommandContext context, boolean adding) {
        this.context = context;
        this.adding = adding;
    }

    @Override
    public void run() throws IOException {
        if (words.isEmpty()) {
            throw new CommandFailure("you must specify a scc");
        }
        List<BoundSubject> subjects = new ArrayList<>();
        words.stream().skip(1).map(BoundSubject::user).forEach(subjects::add);
        for (String name : serviceAccounts) {
            subjects.add(BoundSubject.serviceAccount(name, context.session().namespace()));
        }
        if (subjects.isEmpty()) {
            throw new CommandFailure("you must specify at least one user or service account");
        }
        if (adding) {
            flags.add(words.getFirst(), subjects, context);
        } else {
            flags.remove(words.getFirst(), subjects, context);
        }
    }
}
