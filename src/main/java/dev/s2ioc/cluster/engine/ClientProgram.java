package dev.s2ioc.cluster.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A podman or docker that is attached to a program in a container: it reads and writes for it and ends as it does. */
record ClientProgram(Process process, Optional<Terminal> terminal, boolean reads) {
    /**
     * The program's own process opens its terminal. If this one did, it would get it as its own where it leads a session, as the
     * cluster's process does, and would end when the terminal is hung up.
     */
    private static final String ON_TERMINAL = "exec \"$@\" <\"$0\" >\"$0\" 2>&1";

    /**
     * Its output waits until somebody takes it.
     *
     * @param directory to run it in; what it starts may leave files there
     */
    static ClientProgram start(
            ClientCommand command, List<String> arguments, boolean stdin, boolean terminal, Path directory)
            throws EngineException {
        Optional<Terminal> screen = terminal ? Optional.of(screen()) : Optional.empty();
        try {
            return new ClientProgram(process(command, arguments, stdin, screen, directory), screen, stdin);
        } catch (IOException e) {
            throw new EngineException("cannot run " + command.prefix().getFirst() + ": " + e.getMessage(), e);
        }
    }

    private static Terminal screen() throws EngineException {
        if (!Files.exists(Path.of("/dev/pts"))) {
            throw new EngineException("terminals in containers need Linux: do without -t");
        }
        try {
            return Terminal.open(Path.of("/dev/ptmx"));
        } catch (IOException e) {
            throw new EngineException("no terminal can be made: " + e.getMessage(), e);
        }
    }

    private static Process process(
            ClientCommand command, List<String> arguments, boolean stdin, Optional<Terminal> screen, Path directory)
            throws IOException {
        List<String> argv = new ArrayList<>();
        if (new Programs(command.environment()).has("setsid")) {
            // What is typed to the cluster's own process must not reach the containers.
            argv.add("setsid");
        }
        screen.ifPresent(each -> argv.addAll(List.of("sh", "-c", ON_TERMINAL, "/dev/pts/" + each.number())));
        argv.addAll(command.argv(arguments));
        ProcessBuilder builder = new ProcessBuilder(argv).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(command.environment());
        if (screen.isPresent() || !stdin) {
            builder.redirectInput(new File("/dev/null"));
        }
        return builder.start();
    }

    boolean hasEnded() {
        return !process.isAlive();
    }

    /** Ending what this answers only lets go of the program in the container, which goes on. */
    RunningProgram to(Output output) {
        return to(output, List.of());
    }

    /** @param inside processes that are ended with this one */
    RunningProgram to(Output output, List<ProcessHandle> inside) {
        List<ProcessHandle> programs = new ArrayList<>(inside);
        programs.add(process.toHandle());
        return new RunningProgram(process, List.copyOf(programs), terminal, reads, output);
    }
}
