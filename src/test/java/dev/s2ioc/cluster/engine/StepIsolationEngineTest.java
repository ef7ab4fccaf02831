package dev.s2ioc.cluster.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which isolation buildah's steps have, and what an OCI runtime makes of it where one is installed. */
class StepIsolationEngineTest {
    /** How long a program sleeps that is looked for among all of this machine, where other tests may be running, too. */
    private static final String SLEEP = "96" + ProcessHandle.current().pid();

    @TempDir
    Path directory;

    @AfterEach
    void remove_the_storage() throws Exception {
        BusyboxImage.removeAll(directory);
    }

    @Test
    void a_runtime_that_does_not_work_is_not_used() throws Exception {
        Path programs = Files.createDirectory(directory.resolve("programs"));
        for (String name : List.of("runc", "crun")) {
            Path program = Files.writeString(programs.resolve(name), "#!/bin/sh\necho no >&2\nexit 1\n");
            assertTrue(program.toFile().setExecutable(true));
        }
        Engine engine = engine(programs + ":" + System.getenv("PATH"));
        assertTrue(engine.describe().contains("(chroot isolation, "), engine.describe());
        BusyboxImage.build(engine, Files.createDirectory(directory.resolve("base")));
        assertEquals(7, engine.run(BusyboxImage.NAME, List.of("sh", "-c", "exit 7"), Map.of(), line -> {}));
    }

    @Test
    void steps_under_runc_see_their_own_processes_only_and_leave_nothing_when_they_are_interrupted() throws Exception {
        assumeTrue(new Programs(System.getenv()).has("runc"), "runc is not installed");
        Engine engine = engine(System.getenv("PATH"));
        assumeTrue(engine.describe().contains("(runc isolation, "), "runc does not work here");
        BusyboxImage.build(engine, Files.createDirectory(directory.resolve("base")));
        List<String> log = new ArrayList<>();
        build(engine, "RUN echo /proc/[0-9]*; echo last", log);
        assertEquals(List.of("/proc/1", "last"), log.subList(2, 4));

        CountDownLatch started = new CountDownLatch(1);
        Thread build = Thread.ofVirtual()
                .start(() -> assertThrows(InterruptedException.class, () -> {
                    build(engine, "RUN echo started; exec sleep " + SLEEP, new ArrayList<>() {
                        @Override
                        public boolean add(String line) {
                            if (line.equals("started")) {
                                started.countDown();
                            }
                            return super.add(line);
                        }
                    });
                }));
        assertTrue(started.await(150, TimeUnit.SECONDS));
        build.interrupt();
        build.join();
        assertEquals(
                List.of(),
                ProcessHandle.allProcesses()
                        .map(process -> process.info().commandLine().orElse(""))
                        .filter(line -> line.endsWith("sleep " + SLEEP))
                        .toList());
        try (Stream<Path> left = Files.list(directory.resolve("engine/runtime"))) {
            assertEquals(List.of(), left.toList());
        }
    }

    private void build(Engine engine, String step, List<String> log) throws Exception {
        Path context = Files.createTempDirectory(directory, "context");
        Path dockerfile =
                Files.writeString(context.resolve("Dockerfile"), "FROM " + BusyboxImage.NAME + "\n" + step + "\n");
        engine.build(
                new ImageBuild(context, dockerfile, "localhost/x:1", Map.of(), ImageBuild.Layering.CACHED), log::add);
    }

    private Engine engine(String path) throws Exception {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PATH", path);
        return Engines.open(
                "buildah",
                new EngineSettings(
                        Files.createDirectories(directory.resolve("engine")),
                        new LocalRegistry("registry.test:5000", 1),
                        environment));
    }
}
