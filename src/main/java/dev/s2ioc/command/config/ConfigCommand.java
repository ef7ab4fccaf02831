package dev.s2ioc.command.config;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The contexts of the kubeconfig: look at them, switch between them. */
@Command(
        name = "config",
        description = "Look at the contexts of the kubeconfig and switch between them.",
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

    private final CommandContext context;

    private ConfigCommand(CommandContext context) {
        this.context = context;
    }

    /** The command with its subcommands. */
    public static CommandLine tree(CommandContext context) {
        return new CommandLine(new ConfigCommand(context))
                .addSubcommand("current-context", new CurrentContextCommand(context))
                .addSubcommand("get-contexts", new GetContextsCommand(context))
                .addSubcommand("use-context", new UseContextCommand(context));
    }

    @Override
    public void run() {
        spec.commandLine().usage(context.streams().out());
    }
}
