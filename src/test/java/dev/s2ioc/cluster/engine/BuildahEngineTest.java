package dev.s2ioc.cluster.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.s2ioc.cluster.registry.MemoryStreams;
import dev.s2ioc.cluster.registry.Registry;
import dev.s2ioc.testing.Busybox;
import dev.s2ioc.testing.EngineStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real builds with buildah, on a base image of nothing but busybox. */
class BuildahEngineTest {
    /** How long a program sleeps that is looked for among all of this machine, where other tests may be running, too. */
    private static final String SLEEP = "98" + ProcessHandle.current().pid();

    private static final String BASE = "localhost/base:latest";

    @TempDir
    static Path directory;

    private static Registry registry;
    private static Engine engine;

    @BeforeAll
    static void build_the_base_image() throws Exception {
        registry = Registry.start(directory.resolve("registry"), 0, new MemoryStreams(), Instant.now());
        engine = Engines.open(
                "buildah",
                new EngineSettings(
                        Files.createDirectory(directory.resolve("engine")),
                        new LocalRegistry("registry.test:5000", registry.port()),
                        System.getenv()));
        Path context = context("base", """
                FROM scratch
                COPY busybox /bin/busybox
                RUN ["/bin/busybox", "sh", "-c", "/bin/busybox --install -s /bin; mkdir -p /tmp; chmod 1777 /tmp"]
                ENV PATH=/bin
                LABEL purpose="base of tests"
                """);
        Files.copy(Busybox.program(), context.resolve("busybox"), StandardCopyOption.COPY_ATTRIBUTES);
        engine.build(image(context, BASE), line -> {});
    }

    @AfterAll
    static void remove_the_storage() throws Exception {
        registry.close();
        EngineStorage.empty("buildah", directory.resolve("engine/storage"));
    }

    @Test
    void a_run_step_prints_its_output_between_the_steps() throws Exception {
        List<String> log = new ArrayList<>();
        String id = engine.build(
                image(context("run", "FROM " + BASE + "\nRUN echo hello; echo there\n"), "localhost/run:1"), log::add);
        List<String> expected = List.of(
                "STEP 1/2: FROM " + BASE,
                "STEP 2/2: RUN echo hello; echo there",
                "hello",
                "there",
                "COMMIT localhost/run:1",
                "--> " + id.substring(0, log.get(5).length() - "--> ".length()),
                "Successfully tagged localhost/run:1",
                id);
        assertEquals(expected, log);
    }

    @Test
    void a_failing_step_is_named_with_its_exit_status_and_what_it_had_printed_is_in_the_log() throws Exception {
        List<String> log = new ArrayList<>();
        Path context = context("fail", "FROM " + BASE + "\nRUN echo one; echo two; exit 7\nUSER 1001\n");
        EngineException failure =
                assertThrows(EngineException.class, () -> engine.build(image(context, "localhost/fail:1"), log::add));
        assertEquals(
                "building at STEP \"RUN echo one; echo two; exit 7\": while running runtime: exit status 7",
                failure.getMessage());
        assertEquals(List.of("STEP 1/3: FROM " + BASE, "STEP 2/3: RUN echo one; echo two; exit 7", "one", "two"), log);
    }

    @Test
    void the_configuration_of_an_image_is_read() throws Exception {
        ImageConfig config = engine.inspect(BASE);
        assertEquals("base of tests", config.labels().get("purpose"));
        assertEquals(List.of("PATH=/bin"), config.environment());
        assertEquals("", config.user());
    }

    @Test
    void a_missing_image_is_refused_with_the_reason() {
        EngineException failure = assertThrows(
                EngineException.class,
                () -> engine.pull(
                        "registry.test:5000/demo/none:latest", PullPolicy.ALWAYS, Credentials.NONE, line -> {}));
        assertTrue(failure.getMessage().contains("none:latest"), failure.getMessage());
    }

    @Test
    void what_is_pushed_under_the_clusters_name_is_pulled_by_its_digest() throws Exception {
        Path context = context("push", "FROM " + BASE + "\nRUN echo x > /tmp/x\n");
        engine.build(image(context, "localhost/push:1"), line -> {});
        List<String> log = new ArrayList<>();
        String digest =
                engine.push("localhost/push:1", "registry.test:5000/demo/app:latest", Credentials.NONE, log::add);
        assertTrue(digest.matches("sha256:[0-9a-f]{64}"), digest);
        assertEquals(
                digest, engine.inspect("registry.test:5000/demo/app:latest").digest());
        assertEquals("Getting image source signatures", log.getFirst());
        assertEquals("Writing manifest to image destination", log.getLast());
        engine.remove("localhost/push:1");
        engine.remove("registry.test:5000/demo/app:latest");
        List<String> pull = new ArrayList<>();
        String reference = "registry.test:5000/demo/app@" + digest;
        engine.pull(reference, PullPolicy.MISSING, Credentials.NONE, pull::add);
        assertEquals("base of tests", engine.inspect(reference).labels().get("purpose"));
        assertEquals(digest, engine.inspect(reference).digest());
        assertEquals("Trying to pull " + reference + "...", pull.getFirst());
    }

    @Test
    void a_program_runs_in_a_container_and_its_exit_code_comes_back() throws Exception {
        List<String> log = new ArrayList<>();
        int code = engine.run(BASE, List.of("sh", "-c", "echo $GREETING; exit 3"), Map.of("GREETING", "hi"), log::add);
        assertEquals(3, code);
        assertEquals(List.of("hi"), log);
    }

    @Test
    void an_interrupted_build_leaves_no_process_and_no_container() throws Exception {
        Path context = context("sleep", "FROM " + BASE + "\nRUN echo started; exec sleep " + SLEEP + "\n");
        CountDownLatch started = new CountDownLatch(1);
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread build = Thread.ofVirtual().start(() -> {
            try {
                engine.build(image(context, "localhost/sleep:1"), line -> {
                    if (line.equals("started")) {
                        started.countDown();
                    }
                });
            } catch (EngineException | InterruptedException e) {
                end.set(e);
            }
        });
        assertTrue(started.await(150, TimeUnit.SECONDS));
        build.interrupt();
        build.join();
        assertEquals(InterruptedException.class, end.get().getClass());
        assertEquals(List.of(), processesWith(SLEEP));
        assertEquals(List.of(), containers());
    }

    @Test
    void what_a_killed_cluster_left_running_is_ended_by_the_next_one() throws Exception {
        Process orphan = new ProcessBuilder("setsid", "sleep", "87654").start();
        RunningGroups running = new RunningGroups(directory.resolve("left"));
        running.add(orphan.toHandle());
        running.endLeftOvers();
        assertTrue(orphan.waitFor(150, TimeUnit.SECONDS));
        assertEquals(128 + 9, orphan.exitValue());
    }

    private static ImageBuild image(Path context, String tag) {
        return new ImageBuild(context, context.resolve("Dockerfile"), tag, Map.of(), ImageBuild.Layering.CACHED);
    }

    private static Path context(String name, String dockerfile) throws IOException {
        Path context = Files.createDirectory(directory.resolve(name));
        Files.writeString(context.resolve("Dockerfile"), dockerfile);
        return context;
    }

    private static List<String> processesWith(String argument) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().arguments().stream()
                        .flatMap(Arrays::stream)
                        .anyMatch(each -> each.contains(argument)))
                .map(process -> process.info().toString())
                .toList();
    }

    private static List<String> containers() throws Exception {
        Process process = new ProcessBuilder(
                        "buildah",
                        "--root=" + directory.resolve("engine/storage/root"),
                        "--runroot=" + directory.resolve("engine/storage/run"),
                        "containers",
                        "-q")
                .start();
        List<String> ids = process.inputReader().lines().toList();
        process.waitFor();
        return ids;
    }
}
