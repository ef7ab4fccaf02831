package dev.s2ioc.command.set;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.Subcommands;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Changes one aspect of objects: triggers, images, volumes, environment and others. */
@Command(
        name = "set",
        description = "Change one aspect of objects, such as a BuildConfig's environment or build hook.",
        footer = {
            "",
            "Examples:",
            "  # Set a variable for the builds of a BuildConfig",
            "  s2ioc set env bc/hello HTTP_PROXY=http://proxy.example:3128",
            "",
            "  # See what starts its builds",
            "  s2ioc set triggers bc/hello",
            "",
            "  # Let pods of this project use an image stream by its name",
            "  s2ioc set image-lookup hello"
        })
public final class SetCommand implements Action {

    @Spec
    CommandSpec spec;

    /** The command with its subcommands. */
    public static CommandLine tree(CommandContext context) {
        return new CommandLine(new SetCommand())
                .addSubcommand("env", new EnvCommand(context))
                .addSubcommand("build-hook", new BuildHookCommand(context))
                .addSubcommand("build-secret", new BuildSecretCommand(context))
                .addSubcommand("data", new DataCommand(context))
                .addSubcommand("deployment-hook", new DeploymentHookCommand(context))
                .addSubcommand("image", new ImageCommand(context))
                .addSubcommand("image-lookup", new ImageLookupCommand(context))
                .addSubcommand("probe", new ProbeCommand(context))
                .addSubcommand("resources", new ResourcesCommand(context))
                .addSubcommand("route-backends", new RouteBackendsCommand(context))
                .addSubcommand("selector", new SelectorCommand(context))
                .addSubcommand("serviceaccount", new ServiceAccountCommand(context), "sa")
                .addSubcommand("subject", new SubjectCommand(context))
                .addSubcommand("triggers", new TriggersCommand(context))
                .addSubcommand("volumes", new VolumesCommand(context), "volume");
    }

    @Override
    public void run() {
        throw Subcommands.needed(spec.commandLine());
    }
}
