package dev.s2ioc.command;

import dev.s2ioc.client.RemoteCommand;
import dev.s2ioc.client.RemoteOptions;
import dev.s2ioc.console.RawTerminal;
import dev.s2ioc.console.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Function;

/** A remote command at this run's streams: through a pipe as it comes, or with the user's terminal handed over to it. */
final class RemoteSession {
    private final Streams streams;
    private final boolean stdin;
    private final boolean tty;

    private RemoteSession(Streams streams, boolean stdin, boolean tty) {
        this.streams = streams;
        this.stdin = stdin;
        this.tty = tty;
    }

    /** A terminal is handed over only if input is, and if there is one; that it is not is told unless all is to be quiet. */
    static RemoteSession of(Streams streams, boolean stdin, boolean tty, boolean quiet) {
        boolean possible = stdin && tty && streams.readsTerminal();
        if (stdin && tty && !possible && !quiet) {
            streams.err().println("Unable to use a TTY - input is not a terminal or the right kind of file");
        }
        return new RemoteSession(streams, stdin, possible);
    }

    boolean hasTerminal() {
        return tty;
    }

    /** What the server is to connect: the errors of what has a terminal come with its output. */
    RemoteOptions options(String pod, String container) {
        return new RemoteOptions(pod, container, stdin, !tty, tty);
    }

    /** Runs it to its end and returns its exit code. */
    int run(Function<RemoteOptions, RemoteCommand> start, RemoteOptions options) throws IOException {
        return run(start, options, false, (_, in) -> in);
    }

    /** What is put between the user's keys and the command that gets them. */
    interface Keys {
        InputStream through(RemoteCommand command, InputStream keys);
    }

    /**
     * Runs it to its end and returns its exit code.
     *
     * @param redraw what runs already and thinks that it is on the screen is made to draw itself again
     * @param keys what is put between a terminal and the command
     */
    int run(Function<RemoteOptions, RemoteCommand> start, RemoteOptions options, boolean redraw, Keys keys)
            throws IOException {
        try (OutputStream out = new CheckedOutput(streams.out())) {
            if (!tty) {
                try (RemoteCommand command = start.apply(options)) {
                    Optional<InputStream> in = stdin ? Optional.of(streams.in()) : Optional.empty();
                    return command.run(in, out, streams.err());
                }
            }
            // A refusal must be said on a terminal that is the user's.
            try (RemoteCommand command = start.apply(options);
                    RawTerminal terminal = RawTerminal.open()) {
                if (redraw) {
                    terminal.tellSize((width, height) -> command.resize(width + 1, height + 1));
                }
                terminal.tellSize(command::resize);
                terminal.onResize(command::resize);
                return command.run(Optional.of(keys.through(command, terminal.input())), out, out);
            }
        }
    }
}
