package dev.s2ioc.command.rollout;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.Subcommands;
import dev.s2ioc.flags.Specs;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Follows, stops, repeats and takes back the rollouts of workloads. */
@Command(
        name = "rollout",
        description = "Follow, stop, repeat and take back the rollouts of workloads.",
        footer = {
            "",
            "Examples:",
            "  # Wait until a deployment runs what it should",
            "  s2ioc rollout status deploy/hello",
            "",
            "  # Take its last change back",
            "  s2ioc rollout undo deploy/hello"
        })
public final class RolloutCommand implements Action {

    @Spec
    CommandSpec spec;

    /** The command with its subcommands. */
    public static CommandLine tree(CommandContext context) {
        return Subcommands.of(
                Specs.line(new RolloutCommand()),
                context,
                List.of(
                        new Subcommands.Entry("cancel", CancelCommand::new),
                        new Subcommands.Entry("history", HistoryCommand::new),
                        new Subcommands.Entry("latest", LatestCommand::new),
                        new Subcommands.Entry("pause", PauseCommand::new),
                        new Subcommands.Entry("restart", RestartCommand::new),
                        new Subcommands.Entry("resume", ResumeCommand::new),
                        new Subcommands.Entry("retry", RetryCommand::new),
                        new Subcommands.Entry("status", StatusCommand::new),
                        new Subcommands.Entry("undo", UndoCommand::new)));
    }

    @Override
    public void run() {
        throw Subcommands.needed(spec.commandLine());
    }
}
