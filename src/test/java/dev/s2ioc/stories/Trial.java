package dev.s2ioc.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.s2ioc.cluster.LocalCluster;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A project on the real local cluster, in which real pods run; told what to do by kubectl and by this program. */
final class Trial {
    private static final int SECONDS = 180;

    private final String project;
    // Not a @TempDir: images hold links to everywhere, about each of which JUnit would warn.
    private final Path work;
    private final LocalStoryCluster cluster;
    private final Map<String, String> environment;

    Trial(String project) throws IOException {
        this.project = project;
        work = Files.createTempDirectory("s2ioc-" + project);
        cluster = new LocalStoryCluster(work.resolve("cluster"));
        environment = new HashMap<>(cluster.environment());
        environment.put("HOME", work.toString());
        environment.put("PATH", System.getenv("PATH"));
        assertEquals(0, s2ioc("new-project", project).code());
    }

    /** All that ran ends, and nothing is left; something must be running. */
    void close() throws Exception {
        List<ProcessHandle> programs = ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(work.toString()))
                .toList();
        assertFalse(programs.isEmpty(), "a pod runs until the end");
        cluster.close();
        for (ProcessHandle program : programs) {
            program.onExit().get(SECONDS, TimeUnit.SECONDS);
        }
        assertEquals(
                List.of(),
                Files.readAllLines(Path.of("/proc/mounts")).stream()
                        .filter(mount -> mount.contains(work.toString()))
                        .toList());
        assertEquals(List.of(), LocalCluster.erase(work, System.getenv()));
    }

    /** A small image with the tools of busybox. */
    String base() {
        return environment.get("BASE");
    }

    int routerPort() {
        return Integer.parseInt(environment.get("ROUTER_PORT"));
    }

    Path file(String name) {
        return work.resolve(name);
    }

    Ran s2ioc(String... arguments) {
        return Run.in(work, environment).s2ioc(arguments);
    }

    ProcessBuilder program(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder;
    }

    Ran ran(String input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kubectl", "-n", project));
        command.addAll(List.of(arguments));
        Path in = Files.writeString(Files.createTempFile(work, "in", ""), input);
        Path out = Files.createTempFile(work, "out", "");
        Path err = Files.createTempFile(work, "err", "");
        Process process = program(command.toArray(String[]::new))
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command + " did not end: " + Files.readString(out) + Files.readString(err));
        }
        return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** Its output, when it has done what it was told. */
    String kubectl(String... arguments) throws IOException, InterruptedException {
        Ran ran = ran("", arguments);
        assertEquals(0, ran.code(), () -> String.join(" ", arguments) + "\n" + ran.out() + ran.err());
        return ran.out();
    }

    void await(String expected, String... arguments) throws IOException, InterruptedException {
        Ran last = ran("", arguments);
        for (int i = 0; i < SECONDS && !last.out().equals(expected); i++) {
            Thread.sleep(250);
            last = ran("", arguments);
        }
        assertEquals(new Ran(0, expected, ""), last);
    }
}
