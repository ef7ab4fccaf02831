package dev.s2ioc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.command.CommandContext;
import dev.s2ioc.console.Streams;
import dev.s2ioc.console.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's table of commands lists what can be typed, all of it and nothing else. */
class ReadmeTest {
    private static final Pattern CODE = Pattern.compile("`([a-z0-9-]+)(?: [a-z-]+)*`");

    @TempDir
    Path home;

    @Test
    void the_table_of_commands_is_the_command_tree() throws IOException {
        assertEquals(commands(), listed());
    }

    private Set<String> commands() {
        Streams streams = Streams.plain(InputStream.nullInputStream(), System.out, System.err);
        CommandContext context = new CommandContext(streams, new Surroundings(Map.of(), home, Clock.systemUTC()));
        return S2ioc.tree(context).getSubcommands().entrySet().stream()
                .filter(entry ->
                        !entry.getValue().getCommandSpec().usageMessage().hidden())
                .map(Map.Entry::getKey)
                .filter(name -> !Set.of("help", "options").contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> listed() throws IOException {
        String section = Files.readString(Path.of("README.md"))
                .split("\n## Commands\n")[1]
                .split("\n##+ ")[0];
        return section.lines()
                .filter(line -> line.startsWith("| ") && line.contains("`"))
                .flatMap(line -> CODE.matcher(line).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
