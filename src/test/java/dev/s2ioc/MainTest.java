package dev.s2ioc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.Ran;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process ends with its command, and its code tells how that went. */
class MainTest {
    @TempDir
    Path home;

    @Test
    void success_ends_the_process_with_0() throws IOException, InterruptedException {
        Ran ran = process("config", "set-cluster", "one", "--server=https://127.0.0.1:1");
        assertEquals(new Ran(0, "Cluster \"one\" set.\n", ""), ran);
    }

    @Test
    void failure_ends_the_process_with_1() throws IOException, InterruptedException {
        Ran ran = process("config", "use-context", "none");
        assertEquals(new Ran(1, "", "error: no context exists with the name: \"none\"\n"), ran);
    }

    private Ran process(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:disable",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.s2ioc.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("KUBECONFIG", home.resolve("kubeconfig").toString());
        Path err = home.resolve("err");
        Process process = builder.redirectError(err.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), out, Files.readString(err));
    }
}
