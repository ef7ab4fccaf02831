package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.command.config.ConfigCommand;
import dev.s2ioc.console.Streams;
import dev.s2ioc.console.Surroundings;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Of the commands below another those are made that were typed, or all. */
class SubcommandsTest {
    private static final Set<String> ALL = made();

    @Test
    void the_one_that_is_typed_is_made() {
        assertEquals(Set.of("view"), made("config", "view"));
        assertEquals(Set.of("view"), made("--context", "mine", "config", "view", "-o", "json"));
        assertEquals(Set.of("set", "view"), made("config", "view", "--context", "set"));
    }

    @Test
    void all_are_made_to_tell_of_them() {
        assertEquals(15, ALL.size());
        assertEquals(ALL, made("config"));
        assertEquals(ALL, made("config", "veiw"));
        assertEquals(ALL, made("config", "--help"));
        assertEquals(ALL, made("config", "--context", "set"));
    }

    private static Set<String> made(String... arguments) {
        Surroundings surroundings = new Surroundings(Map.of(), Path.of(""), Clock.systemUTC());
        Streams streams = Streams.plain(InputStream.nullInputStream(), System.out, System.err);
        CommandContext context = new CommandContext(streams, surroundings);
        context.arguments(arguments);
        return ConfigCommand.tree(context).getSubcommands().keySet();
    }
}
