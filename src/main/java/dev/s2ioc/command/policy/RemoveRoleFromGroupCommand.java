package dev.s2ioc.command.policy;

import dev.s2ioc.command.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Takes a role from groups, in the project or in all. */
@Command(
        name = "remove-role-from-group",
        description = "Take a role from groups in the project.",
        footer = {
            "",
            "Examples:",
            "  # No longer let developers edit what is in the current project",
            "  s2ioc policy remove-role-from-group edit developers"
        })
public final class RemoveRoleFromGroupCommand extends RoleChange {

    @Mixin
    GroupSubjects subjects = new GroupSubjects();

    /** @param clusterWide whether it is about all projects */
    RemoveRoleFromGroupCommand(CommandContext context, boolean clusterWide) {
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
