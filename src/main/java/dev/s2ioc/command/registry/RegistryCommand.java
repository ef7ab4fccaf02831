package dev.s2ioc.command.registry;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.Subcommands;
import dev.s2ioc.flags.Specs;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The image registry of the cluster. */
@Command(
        name = "registry",
        description = "Log in to the cluster's image registry, or find its address.",
        footer = {
            "",
            "Examples:",
            "  # Let podman, skopeo and docker push to the cluster's registry",
            "  s2ioc registry login",
            "",
            "  # Find its address",
            "  s2ioc registry info"
        })
public final class RegistryCommand implements Action {

    @Spec
    CommandSpec spec;

    /** The command with its subcommands. */
    public static CommandLine tree(CommandContext context) {
        return Subcommands.of(
                Specs.line(new RegistryCommand()),
                context,
                List.of(
                        new Subcommands.Entry("info", InfoCommand::new),
                        new Subcommands.Entry("login", LoginCommand::new)));
    }

    @Override
    public void run() {
        throw Subcommands.needed(spec.commandLine());
    }
}
