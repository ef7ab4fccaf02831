package dev.s2ioc.command.policy;

import dev.s2ioc.command.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Gives a role to users or service accounts, in the project or in all. */
@Command(
        name = "add-role-to-user",
        description = "Give a role to users or service accounts in the project.",
        footer = {
            "",
            "Examples:",
            "  # Let joe edit what is in the current project",
            "  s2ioc policy add-role-to-user edit joe",
            "",
            "  # The same for a service account",
            "  s2ioc policy add-role-to-user edit -z robot"
        })
public final class AddRoleToUserCommand extends RoleChange {

    @Mixin
    UserSubjects subjects = new UserSubjects();

    /** @param clusterWide whether it is about all projects */
    AddRoleToUserCommand(CommandContext context, boolean clusterWide) {
        super(context, clusterWide);
    }

    @Override
    Subjects subjects() {
        return subjects;
    }

    @Override
    Change change() {
        return flags::add;
    }
}
