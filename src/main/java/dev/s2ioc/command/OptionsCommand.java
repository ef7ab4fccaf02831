package dev.s2ioc.command;

import dev.s2ioc.flags.Specs;
import java.io.PrintStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** Prints the flags that every command takes. */
@Command(
        name = "options",
        description = "List the flags that every command takes.",
        footer = {"", "Examples:", "  # Print the flags of all commands", "  s2ioc options"})
public final class OptionsCommand implements Action {
    private final CommandContext context;

    public OptionsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        PrintStream out = context.streams().out();
        out.println("The following options can be passed to any command:");
        out.println();
        CommandSpec spec = Specs.of(new GlobalFlags());
        spec.options().forEach(option -> {
            String names = String.join(", ", option.names());
            String label = option.typeInfo().isBoolean() ? "" : "=" + option.paramLabel();
            out.println("    " + names + label + ":");
            out.println("\t" + String.join(" ", option.description()));
            out.println();
        });
    }
}
