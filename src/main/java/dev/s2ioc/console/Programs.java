package dev.s2ioc.console;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The programs on the user's PATH: finds them, and runs them as if the user had typed them. */
public final class Programs {
    private final Surroundings surroundings;

    public Programs(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The directories of the PATH, each once, in their order. */
    public List<Path> directories() {
        return surroundings.variable("PATH").stream()
                .flatMap(path -> Arrays.stream(path.split(File.pathSeparator)))
                .filter(directory -> !directory.isBlank())
                .map(surroundings::resolve)
                .distinct()
                .toList();
    }

    /** The first program of a name. */
    public Optional<Path> find(String name) {
        return directories().stream()
                .map(directory -> directory.resolve(name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /** Runs a program with this run's streams and surroundings, and returns its exit code. */
    public int run(List<String> command, Streams streams) throws IOException, InterruptedException {
        ProcessBuilder builder = builder(command);
        if (streams.in() == System.in) {
            streams.out().flush();
            return builder.inheritIO().start().waitFor();
        }
        Process process = builder.start();
        Thread input = copying(streams.in(), process.getOutputStream());
        Thread errors = copying(process.getErrorStream(), streams.err());
        process.getInputStream().transferTo(streams.out());
        errors.join();
        input.interrupt();
        return process.waitFor();
    }

    /** What a program has printed, and how it ended. */
    public Output output(List<String> command) throws IOException, InterruptedException {
        Process process = builder(command).start();
        process.getOutputStream().close();
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        Thread errors = copying(process.getErrorStream(), complaints);
        byte[] printed = process.getInputStream().readAllBytes();
        errors.join();
        return new Output(process.waitFor(), printed, complaints.toString(StandardCharsets.UTF_8));
    }

    /** What came of a program. */
    public record Output(int code, byte[] printed, String complaints) {}

    private ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(surroundings.workingDirectory().toFile());
        builder.environment().clear();
        builder.environment().putAll(surroundings.environment());
        return builder;
    }

    private static Thread copying(InputStream from, OutputStream to) {
        return Thread.ofVirtual().start(() -> {
            try {
                from.transferTo(to);
                if (!(to instanceof PrintStream)) {
                    to.close();
                }
            } catch (IOException e) {
                // The program has ended and reads no more; that is its right.
            }
        });
    }
}
