package dev.s2ioc.cluster.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real containers with buildah, of an image of nothing but busybox. */
class BuildahContainersEngineTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    static Path directory;

    private static Engine engine;
    private static Containers containers;
    private final List<Sandbox> open = new ArrayList<>();

    @BeforeAll
    static void build_the_base_image() throws Exception {
        engine = BusyboxImage.engine(directory);
        BusyboxImage.build(engine, Files.createDirectory(directory.resolve("base")));
        containers = engine.containers();
    }

    @AfterAll
    static void remove_the_storage() throws Exception {
        BusyboxImage.removeAll(directory);
    }

    @AfterEach
    void close_what_is_open() throws Exception {
        for (Sandbox sandbox : open) {
            sandbox.close();
        }
    }

    @Test
    void both_streams_come_separately_and_the_exit_code_comes_back() throws Exception {
        Captured output = new Captured();
        Container container =
                sandbox().start(shell("echo out; echo err >&2; exit 3").spec(), output);
        assertEquals(new Container.Exit(3, false), container.await());
        assertEquals(new Captured.Text("out\n", "err\n"), output.text());
    }

    @Test
    void a_program_that_a_signal_ends_has_128_and_its_number() throws Exception {
        Container container =
                sandbox().start(shell("sh -c 'kill -9 $$'; exit $?").spec(), new Captured());
        assertEquals(137, container.await().code());
        Container stopped = sandbox().start(shell("sleep 1000").spec(), new Captured());
        stopped.stop(SHORT);
        assertEquals(137, stopped.await().code());
    }

    @Test
    void a_program_that_minds_sigterm_ends_by_itself() throws Exception {
        Captured output = new Captured();
        Container container = sandbox()
                .start(
                        shell("trap 'echo bye; exit 5' TERM; echo ready; while :; do sleep 0.05; done")
                                .spec(),
                        output);
        output.awaitLine("ready");
        container.stop(LONG);
        assertEquals(5, container.await().code());
        assertEquals(new Captured.Text("ready\nbye\n", ""), output.text());
    }

    @Test
    void two_sandboxes_listen_on_the_same_port_and_both_are_reached() throws Exception {
        Sandbox one = sandbox();
        Sandbox two = sandbox();
        for (Sandbox sandbox : List.of(one, two)) {
            Captured output = new Captured();
            sandbox.start(
                    shell("echo up; exec nc -l -p 8080 -e echo from " + sandbox.address())
                            .spec(),
                    output);
            output.awaitLine("up");
        }
        for (Sandbox sandbox : List.of(one, two)) {
            assertEquals("from " + sandbox.address() + "\n", Sockets.readAll(sandbox, 8080));
        }
    }

    private Sandbox sandbox() throws Exception {
        Sandbox sandbox =
                containers.open(new SandboxSpec(UUID.randomUUID().toString(), "pod-host", false, Set.of(8080)));
        open.add(sandbox);
        return sandbox;
    }

    private static Spec shell(String script) {
        return Spec.of(BusyboxImage.NAME, "sh", "-c", script);
    }
}
