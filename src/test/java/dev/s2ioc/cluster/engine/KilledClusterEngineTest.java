package dev.s2ioc.cluster.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of pods when the cluster's process is killed with no chance to clean up: nothing that runs or is mounted. */
class KilledClusterEngineTest {
    private static final String SLEEP = "76543";

    @TempDir
    Path directory;

    @AfterEach
    void remove_the_storage() throws Exception {
        BusyboxImage.removeAll(directory);
    }

    @Test
    void containers_end_with_the_process_that_started_them_and_the_next_one_removes_their_files() throws Exception {
        BusyboxImage.build(BusyboxImage.engine(directory), Files.createDirectory(directory.resolve("base")));
        Process cluster = cluster();
        assertEquals("up", cluster.inputReader().readLine());
        cluster.destroyForcibly().waitFor();
        for (ProcessHandle process : sleeping()) {
            process.onExit().get(60, TimeUnit.SECONDS);
        }
        assertEquals(
                List.of(),
                Files.readAllLines(Path.of("/proc/mounts")).stream()
                        .filter(mount -> mount.contains(directory.toString()))
                        .toList());

        BusyboxImage.engine(directory).containers();
        assertEquals(List.of(), workingContainers());
        try (var left = Files.list(directory.resolve("engine/pods"))) {
            assertEquals(
                    List.of("container.pl", "sandbox.pl"),
                    left.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }

    private Process cluster() throws Exception {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledMain.class.getName(),
                        directory.toString(),
                        SLEEP)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static List<ProcessHandle> sleeping() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").endsWith("sleep " + SLEEP))
                .toList();
    }

    private List<String> workingContainers() throws Exception {
        List<String> names = new ArrayList<>();
        Process list = new ProcessBuilder(
                        "buildah",
                        "--root=" + directory.resolve("engine/storage/root"),
                        "--runroot=" + directory.resolve("engine/storage/run"),
                        "containers",
                        "-q")
                .start();
        list.inputReader().lines().forEach(names::add);
        list.waitFor();
        return names;
    }
}
