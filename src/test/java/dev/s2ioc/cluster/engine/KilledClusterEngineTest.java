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
    /** How long a program sleeps that is looked for among all of this machine, where other tests may be running, too. */
    private static final String SLEEP = "83" + ProcessHandle.current().pid();

    @TempDir
    Path directory;

    @AfterEach
    void remove_the_storage() throws Exception {
        BusyboxImage.removeAll(directory);
    }

    @Test
    void containers_end_with_the_process_that_started_them_and_the_next_one_removes_their_files() throws Exception {
        BusyboxImage.build(BusyboxImage.engine(directory), Files.createDirectory(directory.resolve("base")));
        Process cluster = cluster("buildah");
        assertEquals("up", cluster.inputReader().readLine());
        cluster.destroyForcibly().waitFor();
        for (ProcessHandle process : sleeping()) {
            process.onExit().get(150, TimeUnit.SECONDS);
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

    @Test
    void containers_of_podman_go_on_until_the_next_one_removes_them_or_all_is_deleted() throws Exception {
        try {
            BusyboxImage.build(BusyboxImage.podman(directory), Files.createDirectory(directory.resolve("base")));
            leave("podman", "podman", "buildah", "");
        } finally {
            BusyboxImage.removeAllOfPodman(directory);
        }
    }

    @Test
    void containers_and_images_of_docker_go_with_the_cluster() throws Exception {
        BusyboxImage.build(DockerDaemon.engine(directory), Files.createDirectory(directory.resolve("base")));
        try {
            leave("docker", "docker", "");
        } finally {
            DockerDaemon.lines("rmi", BusyboxImage.NAME);
        }
    }

    /** Kills a cluster with a container before each of those that end it: the next engine, or, where it is empty, the deletion. */
    private void leave(String engine, String... enders) throws Exception {
        for (String next : enders) {
            Process cluster = cluster(engine);
            assertEquals("up", cluster.inputReader().readLine());
            cluster.destroyForcibly().waitFor();
            assertEquals(1, sleeping().size());
            EngineSettings settings = BusyboxImage.settings(directory, System.getenv());
            if (next.isEmpty()) {
                assertEquals(List.of(), Engines.erase(settings));
            } else {
                Engines.open(next, settings);
            }
            assertEquals(List.of(), sleeping());
        }
    }

    private Process cluster(String engine) throws Exception {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledMain.class.getName(),
                        directory.toString(),
                        SLEEP,
                        engine)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static List<ProcessHandle> sleeping() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").matches(".*(sleep|busybox) " + SLEEP))
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
