package dev.s2ioc;

import dev.s2ioc.command.CommandContext;
import dev.s2ioc.console.Streams;
import dev.s2ioc.console.Surroundings;

/** The program: arguments, environment and streams in, exit code out. The only file that touches the process. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        Surroundings surroundings = Surroundings.ofProcess();
        Streams streams = Streams.ofProcess(surroundings);
        int code = run(streams, surroundings, arguments);
        System.exit(code);
    }

    /** One run of the program inside this JVM; returns the exit code. Streams are flushed, not closed. */
    public static int run(Streams streams, Surroundings surroundings, String... arguments) {
        try (CommandContext context = new CommandContext(streams, surroundings)) {
            return S2ioc.run(context, arguments);
        } finally {
            streams.out().flush();
            streams.err().flush();
        }
    }
}
