package dev.s2ioc.stories;

import dev.s2ioc.testing.Ran;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Other programs, as a story's user runs them. */
record Program(Path directory, Map<String, String> environment) {
    private static final int LONGEST_SECONDS = 300;

    Ran run(byte[] input, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(arguments).directory(directory.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        CompletableFuture<String> out = read(process.getInputStream());
        CompletableFuture<String> err = read(process.getErrorStream());
        try (OutputStream in = process.getOutputStream()) {
            in.write(input);
        } catch (IOException e) {
            // The program ended without reading all of it, which is its right.
        }
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new StoryFailure(arguments[0] + " did not end within " + LONGEST_SECONDS + " seconds");
        }
        return new Ran(process.exitValue(), out.join(), err.join());
    }

    boolean isInstalled(String program) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    /** On a thread of its own: the cluster in this JVM needs the common ones, of which there may be one. */
    private static CompletableFuture<String> read(InputStream stream) {
        return CompletableFuture.supplyAsync(
                () -> text(stream), task -> Thread.ofPlatform().daemon().start(task));
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
