package dev.s2ioc.command.secrets;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.Subcommands;
import dev.s2ioc.flags.Specs;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Which secrets a service account may use. */
@Command(
        name = "secrets",
        description = "Link secrets to service accounts, or unlink them.",
        footer = {
            "",
            "Examples:",
            "  # Let builds push and clone with a secret",
            "  s2ioc secrets link builder my-registry",
            "",
            "  # No longer",
            "  s2ioc secrets unlink builder my-registry"
        })
public final class SecretsCommand implements Action {

    @Spec
    CommandSpec spec;

    /** The command with its subcommands. */
    public static CommandLine tree(CommandContext context) {
        return Subcommands.of(
                Specs.line(new SecretsCommand()),
                context,
                List.of(
                        new Subcommands.Entry("link", LinkCommand::new),
                        new Subcommands.Entry("unlink", UnlinkCommand::new)));
    }

    @Override
    public void run() {
        throw Subcommands.needed(spec.commandLine());
    }
}
