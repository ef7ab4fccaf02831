package dev.s2ioc.command.policy;

import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The words that name a role and groups. */
final class GroupSubjects implements RoleChange.Subjects {

    @Parameters(arity = "0..*", paramLabel = "ROLE GROUP", description = "The role, then the groups.")
    List<String> words = List.of();

    @Override
    public String role() {
        if (words.size() < 2) {
            throw new CommandFailure("you must specify at least two arguments: <role> <group> [group]...");
        }
        return words.getFirst();
    }

    @Override
    public List<BoundSubject> all(CommandContext context) {
        return words.stream().skip(1).map(BoundSubject::group).toList();
    }
}
