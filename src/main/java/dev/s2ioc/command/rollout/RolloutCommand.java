package dev.s2ioc.command.rollout;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.Subcommands;
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
        return new CommandLine(new RolloutCommand())
                .addSubcommand("cancel", new CancelCommand(context))
                .addSubcommand("history", new HistoryCommand(context))
                .addSubcommand("latest", new LatestCommand(context))
                .addSubcommand("pause", new PauseCommand(context))
                .addSubcommand("restart", new RestartCommand(context))
                .addSubcommand("resume", new ResumeCommand(context))
                .addSubcommand("retry", new RetryCommand(context))
                .addSubcommand("status", new StatusCommand(context))
                .addSubcommand("undo", new UndoCommand(context));
    }

    @Override
    public void run() {
        throw Subcommands.needed(spec.commandLine());
    }
}
