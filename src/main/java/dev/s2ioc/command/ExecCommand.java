package dev.s2ioc.command;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a command in a container and ends with its exit code. */
@Command(
        name = "exec",
        description = "Run a command in a container; ends with the command's exit code.",
        footer = {
            "",
            "Examples:",
            "  # What is the time in a pod?",
            "  s2ioc exec hello -- date",
            "",
            "  # In a container of a pod of a deployment",
            "  s2ioc exec deploy/hello -c web -- ls -l /tmp",
            "",
            "  # A shell to work in",
            "  s2ioc exec -it hello -- sh",
            "",
            "  # Send a file",
            "  s2ioc exec -i hello -- sh -c 'cat > /tmp/notes' < notes"
        })
public final class ExecCommand implements Action {

    @Parameters(
            arity = "0..*",
            paramLabel = "POD | TYPE/NAME -- COMMAND",
            description = "A pod, or deploy/NAME and the like, of which one pod is taken; then the command.")
    List<String> words = List.of();

    @Option(
            names = {"-i", "--stdin"},
            description = "Send standard input to the command.")
    boolean stdin;

    @Option(
            names = {"-t", "--tty"},
            description = "Give the command this terminal; only with -i.")
    boolean tty;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing but what the command prints.")
    boolean quiet;

    @Mixin
    TargetFlags target = new TargetFlags();

    @Mixin
    TargetFileFlags file = new TargetFileFlags();

    @Spec
    CommandSpec spec;

    private final CommandContext context;

    public ExecCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        RemoteWords parts =
                RemoteWords.of(words, spec.commandLine().getParseResult().originalArgs());
        if (parts.own().size() > 1 || !parts.own().isEmpty() && file.isSet()) {
            throw new CommandFailure(
                    "exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead"
                            + "\nSee 's2ioc exec -h' for help and examples");
        }
        if (parts.own().isEmpty() && !file.isSet()) {
            throw new CommandFailure("pod, type/name or --filename must be specified");
        }
        if (parts.command().isEmpty()) {
            throw new CommandFailure("you must specify at least one command for the container");
        }
        TargetPod pod = target.find(context, file.isSet() ? file.words(context) : parts.own());
        new PodCommand(context, pod, target.container, quiet).run(parts.command(), stdin, tty);
    }
}
