package dev.s2ioc.command.policy;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.Subcommands;
import dev.s2ioc.flags.Specs;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Who may do what, by roles. */
@Command(
        name = "policy",
        description = "Give roles to people and take them, and see who can do what.",
        footer = {
            "",
            "Examples:",
            "  # Let joe edit what is in the current project",
            "  s2ioc policy add-role-to-user edit joe",
            "",
            "  # Who can start builds here?",
            "  s2ioc policy who-can create buildconfigs --subresource=instantiate"
        })
public final class PolicyCommand implements Action {

    @Spec
    CommandSpec spec;

    /** The command with its subcommands: those about one project. */
    public static CommandLine tree(CommandContext context) {
        return Subcommands.of(
                Specs.line(new PolicyCommand()),
                context,
                List.of(
                        new Subcommands.Entry("add-role-to-group", made -> new AddRoleToGroupCommand(made, false)),
                        new Subcommands.Entry("add-role-to-user", made -> new AddRoleToUserCommand(made, false)),
                        new Subcommands.Entry("remove-group", RemoveGroupCommand::new),
                        new Subcommands.Entry(
                                "remove-role-from-group", made -> new RemoveRoleFromGroupCommand(made, false)),
                        new Subcommands.Entry(
                                "remove-role-from-user", made -> new RemoveRoleFromUserCommand(made, false)),
                        new Subcommands.Entry("remove-user", RemoveUserCommand::new),
                        new Subcommands.Entry("scc-review", SccReviewCommand::new),
                        new Subcommands.Entry("scc-subject-review", SccSubjectReviewCommand::new),
                        new Subcommands.Entry("who-can", WhoCanCommand::new)));
    }

    /** The same for administrators, who also give roles in all projects. */
    public static CommandLine adminTree(CommandContext context) {
        CommandLine tree = tree(context);
        add(tree, "add-cluster-role-to-group", new AddRoleToGroupCommand(context, true), "Give", "groups");
        add(tree, "add-cluster-role-to-user", new AddRoleToUserCommand(context, true), "Give", "users");
        add(tree, "remove-cluster-role-from-group", new RemoveRoleFromGroupCommand(context, true), "Take", "groups");
        add(tree, "remove-cluster-role-from-user", new RemoveRoleFromUserCommand(context, true), "Take", "users");
        addConstraint(tree, "add-scc-to-user", new SccUserCommand(context, true));
        addConstraint(tree, "add-scc-to-group", new SccGroupCommand(context, true));
        addConstraint(tree, "remove-scc-from-user", new SccUserCommand(context, false));
        addConstraint(tree, "remove-scc-from-group", new SccGroupCommand(context, false));
        return tree;
    }

    private static void addConstraint(CommandLine tree, String name, Action command) {
        CommandLine line = Specs.line(command);
        boolean adding = name.startsWith("add");
        boolean users = name.endsWith("user");
        line.getCommandSpec()
                .usageMessage()
                .description((adding ? "Let" : "No longer let") + " pods of "
                        + (users ? "users or service accounts" : "groups")
                        + " run under a security context constraint, in all projects or in that of -n.")
                .footer(
                        "",
                        "Examples:",
                        "  # " + (users ? "For a service account of the current project" : "For a group"),
                        "  s2ioc adm policy " + name + (users ? " anyuid -z robot" : " anyuid developers"));
        tree.addSubcommand(name, line);
    }

    private static void add(CommandLine tree, String name, Action command, String verb, String whom) {
        CommandLine line = Specs.line(command);
        String who = whom.equals("users") ? "joe" : "developers";
        line.getCommandSpec()
                .usageMessage()
                .description(verb + " a role " + (verb.equals("Give") ? "to " : "from ") + whom + " in all projects.")
                .footer("", "Examples:", "  # In all projects", "  s2ioc adm policy " + name + " view " + who);
        tree.addSubcommand(name, line);
    }

    @Override
    public void run() {
        throw Subcommands.needed(spec.commandLine());
    }
}
