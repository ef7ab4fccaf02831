package dev.s2ioc.command.config;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.Subcommands;
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
        return new CommandLine(new ConfigCommand())
                .addSubcommand("current-context", new CurrentContextCommand(context))
                .addSubcommand("delete-cluster", new DeleteClusterCommand(context))
                .addSubcommand("delete-context", new DeleteContextCommand(context))
                .addSubcommand("delete-user", new DeleteUserCommand(context))
                .addSubcommand("get-clusters", new GetClustersCommand(context))
                .addSubcommand("get-contexts", new GetContextsCommand(context))
                .addSubcommand("get-users", new GetUsersCommand(context))
                .addSubcommand("rename-context", new RenameContextCommand(context))
                .addSubcommand("set", new SetCommand(context))
                .addSubcommand("set-cluster", new SetClusterCommand(context))
                .addSubcommand("set-context", new SetContextCommand(context))
                .addSubcommand("set-credentials", new SetCredentialsCommand(context))
                .addSubcommand("unset", new UnsetCommand(context))
                .addSubcommand("use-context", new UseContextCommand(context))
                .addSubcommand("view", new ViewCommand(context));
    }

    @Override
    public void run() {
        throw Subcommands.needed(spec.commandLine());
    }
}
