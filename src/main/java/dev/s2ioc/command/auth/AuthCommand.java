package dev.s2ioc.command.auth;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.Subcommands;
import dev.s2ioc.flags.Specs;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the user is and may do, as the server sees it. */
@Command(
        name = "auth",
        description = "Ask the server who you are and what you may do.",
        footer = {
            "",
            "Examples:",
            "  # May I start builds here?",
            "  s2ioc auth can-i create builds",
            "",
            "  # Who does the server think I am?",
            "  s2ioc auth whoami"
        })
public final class AuthCommand implements Action {

    @Spec
    CommandSpec spec;

    /** The command with its subcommands. */
    public static CommandLine tree(CommandContext context) {
        return Subcommands.of(
                Specs.line(new AuthCommand()),
                context,
                List.of(
                        new Subcommands.Entry("can-i", CanICommand::new),
                        new Subcommands.Entry("reconcile", ReconcileCommand::new),
                        new Subcommands.Entry("whoami", AuthWhoamiCommand::new)));
    }

    @Override
    public void run() {
        throw Subcommands.needed(spec.commandLine());
    }
}
