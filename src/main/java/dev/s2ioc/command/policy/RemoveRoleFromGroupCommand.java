package dev.s2ioc.command.policy;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import java.io.IOException;
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
public final class RemoveRoleFromGroupCommand implements Action {

    @Mixin
    GroupSubjects subjects = new GroupSubjects();

    @Mixin
    RoleFlags flags = new RoleFlags();

    private final CommandContext context;
    private final boolean clusterWide;

    /** @param clusterWide whether it is about all projects */
    RemoveRoleFromGroupCommand(CommandContext context, boolean clusterWide) {
        this.context = context;
        this.clusterWide = clusterWide;
    }

    @Override
    public void run() throws IOException {
        Role role = flags.role(subjects.role(), clusterWide, context);
        flags.remove(role, subjects.all(), clusterWide, context);
    }
}
