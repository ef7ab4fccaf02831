package dev.s2ioc.command;

import dev.s2ioc.flags.Specs;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens a shell in a container, or runs a command there as rsh does. */
@Command(
        name = "rsh",
        description = "Open a shell in a container; ends with the shell's exit code.",
        footer = {
            "",
            "Examples:",
            "  # A shell in the first container of a pod",
            "  s2ioc rsh hello",
            "",
            "  # Flags stand before the pod; what follows it is the command",
            "  s2ioc rsh -c web deploy/hello ls -l /tmp",
            "",
            "  # Another shell than /bin/sh",
            "  s2ioc rsh --shell=/bin/bash hello"
        })
public final class RshCommand implements Action {
    private static final String SHELL = "/bin/sh";

    @Parameters(
            arity = "0..*",
            paramLabel = "POD | TYPE/NAME [COMMAND]",
            description = "A pod, or dc/NAME and the like, of which one pod is taken; a command instead of the shell.")
    List<String> words = List.of();

    @Option(
            names = {"-t", "--tty"},
            description = "Give the command this terminal, as is done anyway where there is one.")
    boolean forceTty;

    @Option(
            names = {"-T", "--no-tty"},
            description = "Give the command no terminal.")
    boolean disableTty;

    @Option(
            names = "--shell",
            paramLabel = "PATH",
            defaultValue = SHELL,
            description = "The shell in the container. Default: ${DEFAULT-VALUE}")
    String shell;

    @Mixin
    TargetFlags target = new TargetFlags();

    @Mixin
    TargetFileFlags file = new TargetFileFlags();

    private final CommandContext context;

    private RshCommand(CommandContext context) {
        this.context = context;
    }

    /** All that follows the pod is the command's, be it a flag or not. */
    public static CommandLine tree(CommandContext context) {
        return Specs.line(new RshCommand(context)).setStopAtPositional(true);
    }

    @Override
    public void run() throws IOException, InterruptedException {
        if (words.isEmpty() && !file.isSet() || words.stream().limit(2).anyMatch("--"::equals)) {
            throw new CommandFailure("expected 'rsh (POD | TYPE/NAME) [-c CONTAINER] [flags] [COMMAND]'."
                    + "\nPOD or TYPE/NAME is a required argument for the rsh command"
                    + "\nSee 's2ioc rsh -h' for help and examples");
        }
        if (forceTty && disableTty) {
            throw new CommandFailure("you may not specify -t and -T together");
        }
        List<String> command = file.isSet() ? words : words.subList(1, words.size());
        TargetPod pod = target.find(context, file.isSet() ? file.words(context) : words.subList(0, 1));
        boolean tty = forceTty || !disableTty && context.streams().readsTerminal();
        new PodCommand(context, pod, target.container, false).run(command.isEmpty() ? shell() : command, true, tty);
    }

    /** The usual shell is told which terminal it is at. */
    private List<String> shell() {
        if (!shell.equals(SHELL)) {
            return List.of(shell);
        }
        String term = context.surroundings().variable("TERM").orElse("xterm");
        return List.of(SHELL, "-c", "TERM=\"" + term.replaceAll("[\"\\\\$`]", "\\\\$0") + "\" " + SHELL);
    }
}
