package dev.s2ioc.command.set;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Changes one aspect of objects: hooks, secrets, environment. */
@Command(
        name = "set",
        description = "Change one aspect of objects, such as a BuildConfig's environment or build hook.",
        footer = {
            "",
            "Examples:",
            "  # Set a variable for the builds of a BuildConfig",
            "  s2ioc set env bc/hello HTTP_PROXY=http://proxy.example:3128",
            "",
            "  # Let pods of this project use an image stream by its name",
            "  s2ioc set image-lookup hello"
        })
public final class SetCommand implements Action {

    @Spec
    CommandSpec spec;

    private final CommandContext context;

    private SetCommand(CommandContext context) {
        this.context = context;
    }

    /** The command with its subcommands. */
    public static CommandLine tree(CommandContext context) {
        return new CommandLine(new SetCommand(context))
                .addSubcommand("env", new EnvCommand(context))
                .addSubcommand("build-hook", new BuildHookCommand(context))
                .addSubcommand("build-secret", new BuildSecretCommand(context))
                .addSubcommand("image-lookup", new ImageLookupCommand(context));
    }

    @Override
    public void run() {
        spec.commandLine().usage(context.streams().out());
    }
}
