package dev.s2ioc.cluster.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Runs programs, each in a process group of its own: when one ends or is ended, so is everything that it has started. */
final class Subprocess {
    /** How long output may still come after the program's end, from children that it left behind. */
    private static final Duration STRAGGLERS = Duration.ofSeconds(2);

    private static final Duration LAST_WORDS = Duration.ofSeconds(60);

    private final Map<String, String> environment;
    private final boolean grouping;
    private final RunningGroups running;

    Subprocess(Map<String, String> environment, RunningGroups running) {
        this.environment = environment;
        this.grouping = new Programs(environment).has("setsid");
        this.running = running;
    }

    /** Runs programs in another environment. */
    Subprocess in(Map<String, String> other) {
        return new Subprocess(other, running);
    }

    /** Runs to the end, and fails with what the program said last, or else with its name, when its exit status is not 0. */
    void call(List<String> argv, String name, Consumer<String> log) throws EngineException, InterruptedException {
        FailureLines lines = new FailureLines(log);
        int code = run(argv, lines);
        if (code != 0) {
            throw new EngineException(lines.message(name + " ended with exit status " + code));
        }
        lines.flush();
    }

    /** Runs to the end; both output streams go to the consumer line by line, as they come (buildah itself may swap what a step writes to both). */
    int run(List<String> argv, Consumer<String> lines) throws EngineException, InterruptedException {
        Process process = start(argv);
        AtomicReference<Exception> failure = new AtomicReference<>();
        Thread reader = Thread.ofVirtual().start(() -> read(process, lines, failure));
        try {
            running.add(process.toHandle());
            int code = process.waitFor();
            if (!reader.join(STRAGGLERS)) {
                // What still holds the output open ends now; what it has written by then is read, however busy the
                // machine is.
                RunningGroups.kill(process.toHandle());
                reader.join(LAST_WORDS);
            }
            if (failure.get() != null) {
                throw new EngineException(
                        "the output of " + argv.getFirst() + " was lost: "
                                + failure.get().getMessage(),
                        failure.get());
            }
            return code;
        } finally {
            RunningGroups.kill(process.toHandle());
            running.remove(process.toHandle());
        }
    }

    private Process start(List<String> argv) throws EngineException {
        List<String> command = new ArrayList<>();
        if (grouping) {
            command.add("setsid");
        }
        command.addAll(argv);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().putAll(RegistryLogin.environment());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new EngineException("cannot run " + argv.getFirst() + ": " + e.getMessage(), e);
        }
    }

    private static void read(Process process, Consumer<String> lines, AtomicReference<Exception> failure) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.accept(line);
            }
        } catch (IOException | UncheckedIOException e) {
            // A stream that breaks because the program was ended loses nothing; a log that cannot be written does.
            if (process.isAlive()) {
                failure.set(e);
                process.destroyForcibly();
            }
        }
    }
}
