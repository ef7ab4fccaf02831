package dev.s2ioc.command.create;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.ActsOnUsers;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates a role binding: gives somebody a role in a project. */
@Command(
        name = "rolebinding",
        description = "Create a role binding: give a role in a project to --user=NAME, groups or service accounts.",
        footer = {
            "",
            "Examples:",
            "  # Let a user edit this project",
            "  s2ioc create rolebinding alice-edits --clusterrole=edit --user=alice",
            "",
            "  # Let another project's robot pull images from here",
            "  s2ioc create rolebinding pull --clusterrole=system:image-puller --serviceaccount=other:default"
        })
public final class RoleBindingCommand implements Action, ActsOnUsers {

    @Parameters(paramLabel = "NAME", description = "Name of the role binding.")
    String name;

    @Option(names = "--role", paramLabel = "NAME", description = "The role of the project that is given.")
    String role = "";

    @Option(names = "--clusterrole", paramLabel = "NAME", description = "The cluster role that is given.")
    String clusterRole = "";

    @Mixin
    SubjectFlags subjects = new SubjectFlags();

    @Mixin
    CreateFlags create = new CreateFlags();

    private final CommandContext context;

    RoleBindingCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        List<String> users = context.flags().takeUsers();
        if (role.isEmpty() == clusterRole.isEmpty()) {
            throw new CommandFailure("exactly one of clusterrole or role must be specified");
        }
        NewObject binding = new NewObject(context, create, SubjectFlags.GROUP + "/v1", "RoleBinding", name);
        subjects.addTo(binding, users);
        SubjectFlags.refer(binding, role.isEmpty() ? "ClusterRole" : "Role", role + clusterRole);
        binding.createOr("failed to create rolebinding: ");
    }
}
