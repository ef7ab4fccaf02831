package dev.s2ioc.command.policy;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Mixin;

/** What the commands have in common that give a role to somebody or take it, in the project or in all. */
abstract class RoleChange implements Action {

    @Mixin
    RoleFlags flags = new RoleFlags();

    private final CommandContext context;
    private final boolean clusterWide;

    /** @param clusterWide whether it is about all projects */
    RoleChange(CommandContext context, boolean clusterWide) {
        this.context = context;
        this.clusterWide = clusterWide;
    }

    /** The words of the line: a role, and whom it is about. */
    abstract Subjects subjects();

    /** Which change this is: {@code flags::add} or {@code flags::remove}. */
    abstract Change change();

    @Override
    public final void run() throws IOException {
        Role role = flags.role(subjects().role(), clusterWide, context);
        change().make(role, subjects().all(context), clusterWide, context);
    }

    /** A role, and whom it is given to or taken from. */
    interface Subjects {
        String role();

        List<BoundSubject> all(CommandContext context);
    }

    /** Gives or takes, and tells of it. */
    interface Change {
        void make(Role role, List<BoundSubject> subjects, boolean clusterWide, CommandContext context)
                throws IOException;
    }
}
