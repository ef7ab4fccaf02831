package dev.s2ioc.cluster.network.stream;

import dev.s2ioc.cluster.engine.Output;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.StatusException;
import java.util.List;

/** What a caller wants to run in which container, and which of its streams shall be joined. */
record CommandOptions(
        String container, List<String> command, boolean stdin, boolean stdout, boolean stderr, boolean terminal) {

    static CommandOptions of(Call call) {
        boolean terminal = call.flag("tty");
        CommandOptions options = new CommandOptions(
                call.parameter("container").orElse(""),
                call.parameters("command"),
                call.flag("stdin"),
                call.flag("stdout"),
                // A terminal has one output.
                call.flag("stderr") && !terminal,
                terminal);
        if (!options.stdin && !options.stdout && !options.stderr) {
            throw StatusException.badRequest("you must specify at least 1 of stdin, stdout, stderr");
        }
        return options;
    }

    /** Lets through what the caller wants to see. */
    Output chosen(Output output) {
        return (stream, bytes, offset, length) -> {
            if (stream == Output.Stream.STDOUT ? stdout : stderr) {
                output.write(stream, bytes, offset, length);
            }
        };
    }
}
