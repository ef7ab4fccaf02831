package dev.s2ioc.testing;

import dev.s2ioc.Main;
import dev.s2ioc.console.Streams;
import dev.s2ioc.console.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** Runs the real program inside the test: the given arguments, environment and directory, and what came of it. */
public final class Run {
    private final Map<String, String> environment;
    private final Path directory;
    private final Clock clock;
    private InputStream input = InputStream.nullInputStream();

    private Run(Path directory, Map<String, String> environment, Clock clock) {
        this.directory = directory;
        this.environment = environment;
        this.clock = clock;
    }

    /** A run in a directory, which is the home directory too, with nothing in the environment. */
    public static Run in(Path directory) {
        return in(directory, Map.of());
    }

    /** A run in a directory with an environment; {@code HOME} is the directory unless given. */
    public static Run in(Path directory, Map<String, String> environment) {
        return in(directory, environment, Clock.systemUTC());
    }

    /** A run at a fixed time. */
    public static Run in(Path directory, Map<String, String> environment, Clock clock) {
        java.util.HashMap<String, String> full = new java.util.HashMap<>(environment);
        full.putIfAbsent("HOME", directory.toString());
        return new Run(directory, Map.copyOf(full), clock);
    }

    /** What the run will find on its standard input. */
    public Run withInput(byte[] bytes) {
        input = new ByteArrayInputStream(bytes);
        return this;
    }

    /** Runs the program to its end. */
    public Ran s2ioc(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams = Streams.plain(
                input,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        int code = Main.run(streams, new Surroundings(environment, directory, clock), arguments);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
