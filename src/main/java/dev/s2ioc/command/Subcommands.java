package dev.s2ioc.command;

import dev.s2ioc.command.complete.Completion;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;

/** The commands below a command that has many: one is made only when this run's arguments name it, or ask for help. */
public final class Subcommands {
    private static final Set<String> TELL_OF_ALL = Set.of("help", Completion.WORD, "--help", "-h");

    /** A command's name, how to make it, and by what else it may be called. */
    public record Entry(String name, Function<CommandContext, Object> make, String... aliases) {
        boolean isNamed(List<String> words) {
            return words.contains(name) || Arrays.stream(aliases).anyMatch(words::contains);
        }
    }

    private Subcommands() {}

    /** Adds those that this run may need. */
    public static CommandLine add(CommandLine parent, CommandContext context, List<Entry> entries) {
        List<String> words = context.arguments();
        boolean all = words.isEmpty() || words.stream().anyMatch(TELL_OF_ALL::contains);
        for (Entry entry : entries) {
            if (all || entry.isNamed(words)) {
                parent.addSubcommand(entry.name(), entry.make().apply(context), entry.aliases());
            }
        }
        return parent;
    }

    /** What a command says that does nothing by itself: which there are below it. */
    public static CommandFailure needed(CommandLine parent) {
        return CommandFailure.verbatim(parent.getUsageMessage().stripTrailing(), ExitCode.FAILED);
    }
}
