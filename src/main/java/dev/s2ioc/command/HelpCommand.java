package dev.s2ioc.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the help of a command, or of all. */
@Command(
        name = "help",
        description = "Show what a command does, and its flags.",
        footer = {"", "Examples:", "  # Show the flags of start-build", "  s2ioc help start-build"})
public final class HelpCommand implements Action {

    @Parameters(
            arity = "0..*",
            paramLabel = "COMMAND",
            description = "The command, with the words after it if it has any.")
    List<String> words = List.of();

    @Spec
    CommandSpec spec;

    private final CommandContext context;

    public HelpCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        CommandLine command = spec.root().commandLine();
        if (words.isEmpty()) {
            command.execute();
            return;
        }
        for (String word : words) {
            CommandLine next = command.getSubcommands().get(word);
            if (next == null) {
                throw new ParameterException(
                        spec.commandLine(),
                        "unknown command \"" + word + "\" for \"" + command.getCommandName() + "\"");
            }
            command = next;
        }
        command.usage(context.streams().out());
    }

    /**
     * The overview: every command of the tree with its description, in groups. To make all commands takes longer than all
     * else, so the build writes down what they say, and only without that the tree is asked.
     */
    public static void printOverview(PrintStream out, Map<String, List<String>> groups, Supplier<CommandLine> tree) {
        try (InputStream written = HelpCommand.class.getResourceAsStream("/overview.txt")) {
            if (written == null) {
                composeOverview(out, groups, tree.get());
            } else {
                out.print(new String(written.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void composeOverview(PrintStream out, Map<String, List<String>> groups, CommandLine tree) {
        out.println("OpenShift client for builds and images, and a local cluster where there is none.");
        out.println();
        out.println("  s2ioc new-build --name NAME --binary          make a BuildConfig and an ImageStream");
        out.println("  s2ioc start-build NAME --from-dir=DIR -F      send a directory, build it, show the log");
        out.println("  s2ioc cluster up                              start a local cluster to do it on");
        groups.forEach((group, names) -> {
            out.println();
            out.println(group + ":");
            for (String name : names) {
                String[] description = tree.getSubcommands()
                        .get(name)
                        .getCommandSpec()
                        .usageMessage()
                        .description();
                out.printf("  %-15s %s%n", name, description.length == 0 ? "" : description[0]);
            }
        });
        out.println();
        out.println(
                "Use \"s2ioc COMMAND --help\" for more about a command, \"s2ioc options\" for the flags of all commands.");
    }
}
