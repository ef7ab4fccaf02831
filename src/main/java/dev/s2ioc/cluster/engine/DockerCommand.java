package dev.s2ioc.cluster.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Runs docker's client.
 *
 * @param prefix program and options that come before each command
 */
record DockerCommand(Subprocess subprocess, List<String> prefix) {
    /** What may come after the reason of a failure. */
    private static final Pattern ADVICE = Pattern.compile("\\s*|View build details: .*|See 'docker .*");

    static DockerCommand of(Subprocess subprocess) {
        return new DockerCommand(subprocess, List.of("docker"));
    }

    /** With the logins of others' registries. */
    DockerCommand with(Credentials credentials) {
        List<String> more = new ArrayList<>(prefix);
        credentials.directory().ifPresent(directory -> more.add("--config=" + directory));
        return new DockerCommand(subprocess, List.copyOf(more));
    }

    /** Answers the exit status. */
    int run(List<String> arguments, Consumer<String> log) throws EngineException, InterruptedException {
        List<String> argv = new ArrayList<>(prefix);
        argv.addAll(arguments);
        return subprocess.run(argv, log);
    }

    boolean succeeds(String... arguments) throws EngineException, InterruptedException {
        return run(List.of(arguments), line -> {}) == 0;
    }

    /** Fails with what it has said last. */
    void call(List<String> arguments, Consumer<String> log) throws EngineException, InterruptedException {
        AtomicReference<String> last = new AtomicReference<>("");
        int code = run(arguments, line -> {
            if (!ADVICE.matcher(line).matches()) {
                last.set(line);
            }
            log.accept(line);
        });
        if (code != 0) {
            throw new EngineException(
                    last.get().isEmpty()
                            ? "docker " + arguments.getFirst() + " ended with exit status " + code
                            : last.get().replaceFirst("^(ERROR|Error response from daemon): ", ""));
        }
    }

    List<String> lines(List<String> arguments) throws EngineException, InterruptedException {
        List<String> lines = new ArrayList<>();
        call(arguments, lines::add);
        return lines;
    }
}
