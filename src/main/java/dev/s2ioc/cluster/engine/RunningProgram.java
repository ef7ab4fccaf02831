package dev.s2ioc.cluster.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program in a container, and the process of ours that ends as it does. */
final class RunningProgram implements ContainerProcess {
    private final Process outer;
    private final List<ProcessHandle> programs;
    private final Optional<Terminal> terminal;
    private final OutputStream stdin;
    private final List<Thread> pumps;

    /** @param programs what is to be ended: the program, and what would not end with it */
    RunningProgram(
            Process outer, List<ProcessHandle> programs, Optional<Terminal> terminal, boolean reads, Output output) {
        this.outer = outer;
        this.programs = programs;
        this.terminal = terminal;
        OutputStream input = terminal.map(Terminal::output).orElseGet(outer::getOutputStream);
        this.stdin = reads ? new Unbuffered(input) : OutputStream.nullOutputStream();
        this.pumps = terminal.map(
                        screen -> List.of(Pump.start(screen.input(), Output.Stream.STDOUT, output, this::kill)))
                .orElseGet(() -> List.of(
                        Pump.start(outer.getInputStream(), Output.Stream.STDOUT, output, this::kill),
                        Pump.start(outer.getErrorStream(), Output.Stream.STDERR, output, this::kill)));
    }

    /** As this machine counts. */
    long pid() {
        return programs.getFirst().pid();
    }

    boolean isAlive() {
        return outer.isAlive();
    }

    @Override
    public OutputStream stdin() {
        return stdin;
    }

    @Override
    public void resize(int columns, int rows) {
        try {
            if (terminal.isPresent()) {
                terminal.get().resize(columns, rows);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int await() throws InterruptedException {
        int code = outer.waitFor();
        for (Thread pump : pumps) {
            pump.join();
        }
        if (terminal.isPresent()) {
            hangUp(terminal.get());
        }
        return code;
    }

    private static void hangUp(Terminal terminal) {
        try {
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to end, and does not let it live beyond the time. Of a container's first process all others end with it. */
    void stop(Duration grace) throws InterruptedException {
        try {
            programs.getFirst().destroy();
            outer.waitFor(grace.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            kill();
        }
        await();
    }

    @Override
    public void kill() {
        programs.stream()
                .flatMap(program -> Stream.concat(program.descendants(), Stream.of(program)))
                .toList()
                .forEach(ProcessHandle::destroyForcibly);
    }

    /** What somebody types must not wait for more. */
    private static final class Unbuffered extends OutputStream {
        private final OutputStream to;

        Unbuffered(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int b) throws IOException {
            to.write(b);
            to.flush();
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            to.write(bytes, offset, length);
            to.flush();
        }

        @Override
        public void close() throws IOException {
            to.close();
        }
    }
}
