package dev.s2ioc;

import dev.s2ioc.command.CommandContext;
import dev.s2ioc.console.Streams;
import dev.s2ioc.console.Surroundings;
import java.util.Arrays;

/** The program: arguments, environment and streams in, exit code out. The only file that touches the process. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        Surroundings surroundings = Surroundings.ofProcess();
        Streams streams = Streams.ofProcess(surroundings);
        int code = run(streams, surroundings, arguments);
        // Before it exits the JVM looks for a logger that would want to know, in all jars. The end of main is an end as
        // well.
        if (code != 0 || othersWork()) {
            System.exit(code);
        }
    }

    /** Whether the JVM would go on after this thread: whatever may still run then is not waited for. */
    private static boolean othersWork() {
        Thread[] threads = new Thread[Thread.activeCount() + 10];
        int count = Thread.enumerate(threads);
        return Arrays.stream(threads, 0, count)
                .anyMatch(thread -> !thread.isDaemon() && thread != Thread.currentThread());
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
