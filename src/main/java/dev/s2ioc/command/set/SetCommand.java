package dev.s2ioc.command.set;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.Subcommands;
import dev.s2ioc.flags.Specs;
import java.util.List;
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
        return Subcommands.of(
                Specs.line(new SetCommand()),
                context,
                List.of(
                        new Subcommands.Entry("env", EnvCommand::new),
                        new Subcommands.Entry("build-hook", BuildHookCommand::new),
                        new Subcommands.Entry("build-secret", BuildSecretCommand::new),
                        new Subcommands.Entry("data", DataCommand::new),
                        new Subcommands.Entry("deployment-hook", DeploymentHookCommand::new),
                        new Subcommands.Entry("image", ImageCommand::new),
                        new Subcommands.Entry("image-lookup", ImageLookupCommand::new),
                        new Subcommands.Entry("probe", ProbeCommand::new),
                        new Subcommands.Entry("resources", ResourcesCommand::new),
                        new Subcommands.Entry("route-backends", RouteBackendsCommand::new),
                        new Subcommands.Entry("selector", SelectorCommand::new),
                        new Subcommands.Entry("serviceaccount", ServiceAccountCommand::new, "sa"),
                        new Subcommands.Entry("subject", SubjectCommand::new),
                        new Subcommands.Entry("triggers", TriggersCommand::new),
                        new Subcommands.Entry("volumes", VolumesCommand::new, "volume")));
    }

    @Override
    public void run() {
        throw Subcommands.needed(spec.commandLine());
    }
}
