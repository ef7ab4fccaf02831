package dev.s2ioc.command.config;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.Subcommands;
import dev.s2ioc.flags.Specs;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The kubeconfig: look at it, switch between its contexts, change it. */
@Command(
        name = "config",
        description = "Look at the kubeconfig, switch between its contexts, change it.",
        footer = {
            "",
            "Examples:",
            "  # Which contexts are there?",
            "  s2ioc config get-contexts",
            "",
            "  # Use another one from now on",
            "  s2ioc config use-context s2ioc-admin"
        })
public final class ConfigCommand implements Action {

    @Spec
    CommandSpec spec;

    /** The command with its subcommands. */
    public static CommandLine tree(CommandContext context) {
        return Subcommands.of(
                Specs.line(new ConfigCommand()),
                context,
                List.of(
                        new Subcommands.Entry("current-context", CurrentContextCommand::new),
                        new Subcommands.Entry("delete-cluster", DeleteClusterCommand::new),
                        new Subcommands.Entry("delete-context", DeleteContextCommand::new),
                        new Subcommands.Entry("delete-user", DeleteUserCommand::new),
                        new Subcommands.Entry("get-clusters", GetClustersCommand::new),
                        new Subcommands.Entry("get-contexts", GetContextsCommand::new),
                        new Subcommands.Entry("get-users", GetUsersCommand::new),
                        new Subcommands.Entry("rename-context", RenameContextCommand::new),
                        new Subcommands.Entry("set", SetCommand::new),
                        new Subcommands.Entry("set-cluster", SetClusterCommand::new),
                        new Subcommands.Entry("set-context", SetContextCommand::new),
                        new Subcommands.Entry("set-credentials", SetCredentialsCommand::new),
                        new Subcommands.Entry("unset", UnsetCommand::new),
                        new Subcommands.Entry("use-context", UseContextCommand::new),
                        new Subcommands.Entry("view", ViewCommand::new)));
    }

    @Override
    public void run() {
        throw Subcommands.needed(spec.commandLine());
    }
}
