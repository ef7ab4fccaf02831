package dev.s2ioc.command.policy;

import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The words that name a role and users, and the flag that names service accounts. */
final class UserSubjects implements RoleChange.Subjects {

    @Parameters(arity = "0..*", paramLabel = "ROLE USER", description = "The role, then the users.")
    List<String> words = List.of();

    @Option(
            names = {"-z", "--serviceaccount"},
            paramLabel = "NAME",
            description = "A service account of the current project; may be repeated.")
    List<String> serviceAccounts = List.of();

    @Override
    public String role() {
        if (words.isEmpty()) {
            throw new CommandFailure("you must specify a role");
        }
        return words.getFirst();
    }

    @Override
    public List<BoundSubject> all(CommandContext context) {
        List<BoundSubject> subjects = new ArrayList<>();
        words.stream().skip(1).map(BoundSubject::user).forEach(subjects::add);
        for (String name : serviceAccounts) {
            subjects.add(BoundSubject.serviceAccount(name, context.session().namespace()));
        }
        if (subjects.isEmpty()) {
            throw new CommandFailure("you must specify at least one user or service account");
        }
        return subjects;
    }
}
