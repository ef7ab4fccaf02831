package dev.s2ioc.command.policy;

import dev.s2ioc.command.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Takes a role from users or service accounts, in the project or in all. */
@Command(
        name = "remove-role-from-user",
        description = "Take a role from users or service accounts in the project.",
        footer = {
            "",
            "Examples:",
            "  # No longer let joe edit what is in the current project",
            "  s2ioc policy remove-role-from-user edit joe",
            "",
            "  # The same for a service account",
            "  s2ioc policy remove-role-from-user edit -z robot"
        })
public final class RemoveRoleFromUserCommand extends RoleChange {

    @Mixin
    UserSubjects subjects = new UserSubjects();

    /** @param clusterWide whether it is about all projects */
    RemoveRoleFromUserCommand(CommandContext context, boolean clusterWide) {
        super(context, clusterWide);
    }

    @Override
    Subjects subjects() {
        return subjects;
    }

    @Override
    Change change() {
        return flags::remove;
    }
}
