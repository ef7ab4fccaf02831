package dev.s2ioc.command.policy;

import dev.s2ioc.command.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Gives a role to groups, in the project or in all. */
@Command(
        name = "add-role-to-group",
        description = "Give a role to groups in the project.",
        footer = {
            "",
            "Examples:",
            "  # Let developers edit what is in the current project",
            "  s2ioc policy add-role-to-group edit developers"
        })
public final class AddRoleToGroupCommand extends RoleChange {

    @Mixin
    GroupSubjects subjects = new GroupSubjects();

    /** @param clusterWide whether it is about all projects */
    AddRoleToGroupCommand(CommandContext context, boolean clusterWide) {
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
