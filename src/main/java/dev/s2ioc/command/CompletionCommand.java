package dev.s2ioc.command;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the script that teaches a shell the commands and their flags. */
@Command(
        name = "completion",
        description = "Output shell completion code for the specified shell (bash, zsh).",
        footer = {
            "",
            "Examples:",
            "  # Complete commands and flags in this shell (bash or zsh)",
            "  source <(s2ioc completion bash)",
            "",
            "  # In every bash from now on",
            "  s2ioc completion bash > ~/.local/share/bash-completion/completions/s2ioc"
        })
public final class CompletionCommand implements Action {

    private static final String HEADER = """
            # Completion of s2ioc's commands and flags, for bash and zsh:  source <(s2ioc completion bash)
            # Made by "s2ioc completion"; do not edit.

            """;

    /** What stands above this in picocli's script are comments on how to install it. */
    private static final String FIRST_LINE = "if [ -n \"$BASH_VERSION\" ]";

    @Parameters(paramLabel = "SHELL", description = "The shell: bash or zsh.")
    String shell;

    @Spec
    CommandSpec spec;

    private final CommandContext context;

    public CompletionCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        // The script finds out itself which of the two shells reads it.
        if (!shell.equals("bash") && !shell.equals("zsh")) {
            throw new CommandFailure("Unsupported shell type \"" + shell + "\"; there is a script for bash and zsh");
        }
        String script = AutoComplete.bash("s2ioc", spec.root().commandLine());
        context.streams().out().print(HEADER + script.substring(script.indexOf(FIRST_LINE)));
    }
}
