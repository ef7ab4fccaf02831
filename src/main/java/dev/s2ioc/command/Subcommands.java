package dev.s2ioc.command;

import dev.s2ioc.command.complete.Completion;
import dev.s2ioc.flags.Specs;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /** Adds those that this run may need: none to a command that does something without them and names none. */
    public static CommandLine add(CommandLine parent, CommandContext context, List<Entry> entries) {
        List<String> words = context.arguments();
        boolean all = words.isEmpty() || words.stream().anyMatch(TELL_OF_ALL::contains);
        return add(parent, context, entries.stream().filter(entry -> all || entry.isNamed(words)));
    }

    /** Adds those that this run may need to a command that only tells about them: all of them where it names none for sure. */
    public static CommandLine of(CommandLine parent, CommandContext context, List<Entry> entries) {
        List<String> words = context.arguments();
        // A word behind a flag may be its value.
        boolean named = IntStream.range(1, words.size())
                .filter(i -> !words.get(i - 1).startsWith("-"))
                .mapToObj(i -> words.subList(i, i + 1))
                .anyMatch(word -> entries.stream().anyMatch(entry -> entry.isNamed(word)));
        return named ? add(parent, context, entries) : add(parent, context, entries.stream());
    }

    private static CommandLine add(CommandLine parent, CommandContext context, Stream<Entry> entries) {
        entries.forEach(
                entry -> parent.addSubcommand(entry.name(), line(entry.make().apply(context)), entry.aliases()));
        return parent;
    }

    /** A command with what picocli is to know of it; those with subcommands come with it. */
    public static CommandLine line(Object command) {
        return command instanceof CommandLine line ? line : Specs.line(command);
    }

    /** What a command says that does nothing by itself: which there are below it. */
    public static CommandFailure needed(CommandLine parent) {
        return CommandFailure.verbatim(parent.getUsageMessage().stripTrailing(), ExitCode.FAILED);
    }
}
