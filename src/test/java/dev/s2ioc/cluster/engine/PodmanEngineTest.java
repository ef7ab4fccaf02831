package dev.s2ioc.cluster.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real builds with podman, where it is installed. */
class PodmanEngineTest {
    @TempDir
    Path directory;

    private Registry registry;
    private Engine engine;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(new Programs(System.getenv()).has("podman"), "podman is not installed");
        registry = Registry.start(directory.resolve("registry"), 0, new MemoryStreams(), Instant.now());
        engine = Engines.open(
                "podman",
                new EngineSettings(
                        Files.createDirectory(directory.resolve("engine")),
                        new LocalRegistry("registry.test:5000", registry.port()),
                        System.getenv()));
    }

    @AfterEach
    void remove_the_storage() throws Exception {
        if (registry != null) {
            registry.close();
            EngineStorage.empty("podman", directory.resolve("engine/podman"));
        }
    }

    @Test
    void images_are_built_pushed_pulled_and_run() throws Exception {
        Path base = context("base", """
                FROM scratch
                COPY busybox /bin/busybox
                RUN ["/bin/busybox", "sh", "-c", "/bin/busybox --install -s /bin"]
                ENV PATH=/bin
                """);
        Files.copy(Busybox.program(), base.resolve("busybox"), StandardCopyOption.COPY_ATTRIBUTES);
        List<String> log = new ArrayList<>();
        String id = engine.build(image(base, "localhost/base:1"), log::add);
        assertEquals("STEP 1/4: FROM scratch", log.getFirst());
        assertEquals(List.of("Successfully tagged localhost/base:1", id), log.subList(log.size() - 2, log.size()));

        String digest =
                engine.push("localhost/base:1", "registry.test:5000/demo/base:latest", Credentials.NONE, line -> {});
        String reference = "registry.test:5000/demo/base@" + digest;
        engine.pull(reference, PullPolicy.MISSING, Credentials.NONE, line -> {});
        assertEquals(List.of("PATH=/bin"), engine.inspect(reference).environment());
        assertEquals(
                digest, engine.inspect("registry.test:5000/demo/base:latest").digest());

        Path failing = context("fail", "FROM localhost/base:1\nRUN echo one; exit 7\n");
        EngineException failure =
                assertThrows(EngineException.class, () -> engine.build(image(failing, "localhost/f:1"), line -> {}));
        assertEquals(
                "building at STEP \"RUN echo one; exit 7\": while running runtime: exit status 7",
                failure.getMessage());

        List<String> output = new ArrayList<>();
        int code =
                engine.run("localhost/base:1", List.of("sh", "-c", "echo $A; exit 3"), Map.of("A", "hi"), output::add);
        assertEquals(List.of("hi"), output);
        assertEquals(3, code);
        assertTrue(engine.describe().startsWith("podman "), engine.describe());
    }

    private Path context(String name, String dockerfile) throws IOException {
        Path context = Files.createDirectory(directory.resolve(name));
        Files.writeString(context.resolve("Dockerfile"), dockerfile);
        return context;
    }

    private static ImageBuild image(Path context, String tag) {
        return new ImageBuild(context, context.resolve("Dockerfile"), tag, Map.of(), ImageBuild.Layering.CACHED);
    }
}
