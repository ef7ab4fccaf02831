package dev.s2ioc.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the script that teaches a shell to ask this program what may follow. */
@Command(
        name = "completion",
        description = "Output shell completion code for the specified shell (bash, zsh, fish, or powershell).",
        footer = {
            "",
            "Examples:",
            "  # Complete commands, flags, and the names of objects in this bash or zsh",
            "  source <(s2ioc completion bash)",
            "  source <(s2ioc completion zsh)",
            "",
            "  # In every bash from now on",
            "  s2ioc completion bash > ~/.local/share/bash-completion/completions/s2ioc",
            "",
            "  # In fish, and in PowerShell",
            "  s2ioc completion fish | source",
            "  s2ioc completion powershell | Out-String | Invoke-Expression"
        })
public final class CompletionCommand implements Action {
    private static final List<String> SHELLS = List.of("bash", "zsh", "fish", "powershell");

    @Parameters(paramLabel = "SHELL", description = "The shell: bash, zsh, fish or powershell.")
    String shell;

    private final CommandContext context;

    public CompletionCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException {
        if (!SHELLS.contains(shell)) {
            throw new CommandFailure(
                    "Unsupported shell type \"" + shell + "\"; there are scripts for bash, zsh, fish and powershell");
        }
        try (InputStream script = CompletionCommand.class.getResourceAsStream("/completion/" + shell)) {
            context.streams().out().print(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
