package dev.s2ioc.stories;

import dev.s2ioc.Main;
import dev.s2ioc.testing.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A run of the program that goes on beside the story, as in another window of its user: a process of its own. */
final class Beside {
    private static final int LONGEST_END_SECONDS = 120;

    private final Path out;
    private final Path err;
    private final Process process;

    Beside(Path directory, Map<String, String> environment, List<String> arguments) throws IOException {
        out = Files.createTempFile(directory, "started", ".out");
        err = Files.createTempFile(directory, "started", ".err");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(new java.io.File("/dev/null"))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /** What it has printed so far. */
    Ran soFar() throws IOException {
        return new Ran(0, Files.readString(out), Files.readString(err));
    }

    /** Waits until it has ended of itself, and tells what came of it. */
    Ran ended() throws IOException, InterruptedException {
        if (!process.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new StoryFailure("what was started did not end within " + LONGEST_END_SECONDS + " seconds");
        }
        return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** Ends it as {@code kill} does, if it has not ended of itself, and tells what came of it. */
    Ran stop() throws IOException, InterruptedException {
        // Not as Ctrl-C does: what runs in the background of a script is deaf to that.
        process.destroy();
        return ended();
    }
}
