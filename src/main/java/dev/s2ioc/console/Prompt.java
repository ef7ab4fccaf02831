package dev.s2ioc.console;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Asks the user, on a terminal only: a script is never left waiting for an answer. Questions go to stderr. */
public final class Prompt {
    private final Streams streams;

    public Prompt(Streams streams) {
        this.streams = streams;
    }

    /** Whether there is somebody to ask. */
    public boolean isPossible() {
        return streams.terminal().input();
    }

    /** The answer, without its end of line; empty if nobody can be asked. */
    public Optional<String> line(String question) throws IOException {
        if (!isPossible()) {
            return Optional.empty();
        }
        ask(question);
        StringBuilder answer = new StringBuilder();
        int next = streams.in().read();
        while (next >= 0 && next != '\n') {
            answer.append((char) next);
            next = streams.in().read();
        }
        byte[] bytes = answer.toString().getBytes(StandardCharsets.ISO_8859_1);
        return Optional.of(new String(bytes, StandardCharsets.UTF_8).strip());
    }

    /** The answer to a question whose answer must not be seen. */
    public Optional<String> secret(String question) throws IOException {
        Console console = System.console();
        if (!isPossible() || console == null) {
            return line(question);
        }
        ask(question);
        char[] answer = console.readPassword();
        return Optional.ofNullable(answer).map(String::new);
    }

    private void ask(String question) {
        streams.err().print(question);
        streams.err().flush();
    }
}
