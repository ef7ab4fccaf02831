package dev.s2ioc.command.policy;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import java.io.IOException;
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
public final class RemoveRoleFromUserCommand implements Action {

    @Mixin
    UserSubjects subjects = new UserSubjects();

    @Mixin
    RoleFlags flags = new RoleFlags();

    private final CommandContext context;
    private final boolean clusterWide;

    /** @param clusterWide whether it is about all projects */
    RemoveRoleFromUserCommand(CommandContext context, boolean clusterWide) {
        this.context = context;
        this.clusterWide = clusterWide;
    }

    @Override
    public void run() throws IOException {
        Role role = flags.role(subjects.role(), clusterWide, context);
        flags.remove(role, subjects.all(context), clusterWide, context);
    }
}
