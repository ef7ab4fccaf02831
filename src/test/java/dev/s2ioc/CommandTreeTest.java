package dev.s2ioc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.command.CommandContext;
import dev.s2ioc.console.Streams;
import dev.s2ioc.console.Surroundings;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Walks the command tree: every command says what it is for, gives an example and answers {@code --help}. */
class CommandTreeTest {
    @TempDir
    Path home;

    @Test
    void every_command_has_a_description_and_an_example() {
        Set<String> poor = new TreeSet<>();
        for (CommandSpec spec : leaves()) {
            String name = spec.qualifiedName();
            if (spec.usageMessage().description().length == 0) {
                poor.add(name + ": no description");
            }
            String footer = String.join("\n", spec.usageMessage().footer());
            if (!footer.contains("Examples:") || !footer.contains("s2ioc ")) {
                poor.add(name + ": no example");
            }
        }
        assertEquals(Set.of(), poor);
    }

    @Test
    void every_flag_has_a_description() {
        Set<String> poor = new TreeSet<>();
        for (CommandSpec spec : leaves()) {
            spec.options().stream()
                    .filter(option -> option.description().length == 0)
                    .forEach(option -> poor.add(spec.qualifiedName() + " " + option.longestName()));
        }
        assertEquals(Set.of(), poor);
    }

    @Test
    void every_command_answers_help() {
        for (CommandSpec spec : leaves()) {
            List<String> words = new ArrayList<>(List.of(spec.qualifiedName(" ").split(" ")));
            words.removeFirst();
            words.add("--help");
            Ran ran = Run.in(home).s2ioc(words.toArray(String[]::new));
            assertEquals(0, ran.code(), words + ran.err());
            assertEquals("", ran.err(), words.toString());
            assertEquals(true, ran.out().contains("s2ioc " + words.getFirst()), words + ran.out());
        }
    }

    @Test
    void the_overview_lists_every_command() {
        Ran ran = Run.in(home).s2ioc();
        assertEquals(0, ran.code());
        for (String name : tree().getSubcommands().keySet()) {
            if (!tree().getSubcommands()
                    .get(name)
                    .getCommandSpec()
                    .usageMessage()
                    .hidden()) {
                assertEquals(true, ran.out().contains("\n  " + name + " "), name);
            }
        }
        assertEquals(ran, Run.in(home).s2ioc("help"));
        assertEquals(ran.code(), Run.in(home).s2ioc("--help").code());
    }

    private List<CommandSpec> leaves() {
        List<CommandSpec> leaves = new ArrayList<>();
        collect(tree(), leaves);
        return leaves;
    }

    private static void collect(CommandLine command, List<CommandSpec> leaves) {
        for (CommandLine child : Set.copyOf(command.getSubcommands().values())) {
            leaves.add(child.getCommandSpec());
            collect(child, leaves);
        }
    }

    private CommandLine tree() {
        Streams streams = Streams.plain(InputStream.nullInputStream(), System.out, System.err);
        return S2ioc.tree(new CommandContext(streams, new Surroundings(Map.of(), home, Clock.systemUTC())));
    }
}
