package dev.s2ioc.command.policy;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import java.io.IOException;
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
public final class AddRoleToGroupCommand implements Action {

    @Mixin
    GroupSubjects subjects = new GroupSubjects();

    @Mixin
    RoleFlags flags = new RoleFlags();

    private final CommandContext context;
    private final boolean clusterWide;

    /** @param clusterWide whether it is about all projects */
    AddRoleToGroupCommand(CommandContext context, boolean clusterWide) {
        this.context = context;
        this.clusterWide = clusterWide;
    }

    @Override
    public void run() throws IOException {
        Role role = flags.role(subjects.role(), clusterWide, context);
        flags.add(role, subjects.all(), clusterWide, context);
    }
}
