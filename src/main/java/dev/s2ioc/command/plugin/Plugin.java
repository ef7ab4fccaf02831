package dev.s2ioc.command.plugin;

import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.console.Programs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A program on the PATH that is meant by words which are no command of ours: {@code oc-my-word} by {@code my word}.
 *
 * @param arguments what is typed behind the words
 */
public record Plugin(Path program, List<String> arguments) {
    private static final List<String> PREFIXES = List.of("s2ioc-", "oc-", "kubectl-");

    /** The plugin that the arguments of a run name; of several, the one with the longest name. */
    public static Optional<Plugin> named(List<String> arguments, Programs programs) {
        int words = 0;
        while (words < arguments.size() && !arguments.get(words).startsWith("-")) {
            words++;
        }
        for (int count = words; count > 0; count--) {
            String name = String.join(
                    "-",
                    arguments.subList(0, count).stream()
                            .map(word -> word.replace('-', '_'))
                            .toList());
            if (name.contains("/")) {
                continue;
            }
            for (String prefix : PREFIXES) {
                Optional<Path> program = programs.find(prefix + name);
                if (program.isPresent()) {
                    return Optional.of(new Plugin(program.get(), arguments.subList(count, arguments.size())));
                }
            }
        }
        return Optional.empty();
    }

    /** What is to be typed for a file if it is a plugin, with dashes between the words. */
    static Optional<String> wordOf(Path file) {
        String name = file.getFileName().toString();
        return PREFIXES.stream()
                .filter(name::startsWith)
                .map(prefix -> name.substring(prefix.length()))
                .findFirst();
    }

    /** Runs it in the place of this program: its streams, its exit code. */
    public int run(CommandContext context) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        try {
            return new Programs(context.surroundings()).run(command, context.streams());
        } catch (IOException e) {
            throw new CommandFailure("the plugin " + program + " cannot be run: " + e.getMessage(), e);
        }
    }
}
