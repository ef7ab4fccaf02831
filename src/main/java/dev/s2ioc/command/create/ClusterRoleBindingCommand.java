package dev.s2ioc.command.create;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.ActsOnUsers;
import dev.s2ioc.command.CommandContext;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates a cluster role binding: gives somebody a role in all projects. */
@Command(
        name = "clusterrolebinding",
        description =
                "Create a cluster role binding: give a role in all projects to --user=NAME, groups or service accounts.",
        footer = {
            "",
            "Examples:",
            "  # Let a group read everything",
            "  s2ioc create clusterrolebinding auditors --clusterrole=view --group=auditors"
        })
public final class ClusterRoleBindingCommand implements Action, ActsOnUsers {

    @Parameters(paramLabel = "NAME", description = "Name of the cluster role binding.")
    String name;

    @Option(names = "--clusterrole", paramLabel = "NAME", description = "The cluster role that is given.")
    String clusterRole = "";

    @Mixin
    SubjectFlags subjects = new SubjectFlags();

    @Mixin
    CreateFlags create = new CreateFlags();

    private final CommandContext context;

    ClusterRoleBindingCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        List<String> users = context.flags().takeUsers();
        CreateFlags.require("clusterrole", !clusterRole.isEmpty());
        NewObject binding = new NewObject(context, create, SubjectFlags.GROUP + "/v1", "ClusterRoleBinding", name);
        subjects.addTo(binding, users);
        SubjectFlags.refer(binding, "ClusterRole", clusterRole);
        binding.createOr("failed to create clusterrolebinding: ");
    }
}
