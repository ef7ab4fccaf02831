package dev.s2ioc.cluster.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.s2ioc.cluster.registry.MemoryStreams;
import dev.s2ioc.cluster.registry.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real builds with docker, where its daemon answers: with the builder that it once had and the one that it has now. */
class DockerEngineTest {
    @TempDir
    Path directory;

    private Registry registry;

    @BeforeEach
    void start() throws Exception {
        DockerDaemon.require();
        registry = Registry.start(directory.resolve("registry"), 0, new MemoryStreams(), Instant.now());
    }

    @AfterEach
    void remove_the_images() throws Exception {
        if (registry != null) {
            registry.close();
            for (String name : List.of("h-docker-base:1", "h-docker-base:2", "h-docker-failing:1")) {
                DockerDaemon.run("rmi", "--force", "localhost/" + name);
            }
        }
    }

    /** @param kind which builder, and where the daemon seems to be */
    private EngineSettings settings(String kind) throws IOException {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("DOCKER_BUILDKIT", kind.substring(0, 1));
        if (kind.endsWith("elsewhere")) {
            environment.put("PATH", elsewhere() + ":" + environment.get("PATH"));
        }
        return new EngineSettings(
                Files.createDirectories(directory.resolve("engine")),
                new LocalRegistry("registry.test:5000", registry.port()),
                environment);
    }

    /** A client whose daemon has another kernel than this machine. */
    private Path elsewhere() throws IOException {
        Path programs = directory.resolve("programs");
        if (Files.notExists(programs)) {
            String real =
                    new Programs(System.getenv()).find("docker").orElseThrow().toString();
            Path docker = Files.writeString(Files.createDirectory(programs).resolve("docker"), """
                    #!/bin/sh
                    [ "$1" != info ] || exec echo '{"KernelVersion": "0-vm", "Architecture": "x86_64"}'
                    exec %s "$@"
                    """.formatted(real));
            assertTrue(docker.toFile().setExecutable(true));
        }
        return programs;
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "0 elsewhere", "1 elsewhere"})
    void images_are_built_pushed_pulled_and_run(String buildKit) throws Exception {
        Engine engine = Engines.open("docker", settings(buildKit));
        Path base = context("base", """
                FROM scratch
                COPY busybox /bin/busybox
                RUN ["/bin/busybox", "sh", "-c", "/bin/busybox --install -s /bin; echo out; echo err >&2"]
                ENV PATH=/bin
                """);
        Files.copy(Path.of("/bin/busybox"), base.resolve("busybox"), StandardCopyOption.COPY_ATTRIBUTES);
        List<String> log = new ArrayList<>();
        engine.build(image(base, "localhost/h-docker-base:1"), log::add);
        assertEquals(
                List.of("err", "out"),
                log.stream()
                        .map(line -> line.replaceFirst("^#\\d+ [0-9.]+ ", ""))
                        .filter(line -> line.matches("err|out"))
                        .sorted()
                        .toList(),
                log::toString);
        assertEquals("Successfully tagged localhost/h-docker-base:1", log.getLast());
        assertEquals(log.size() - 1, log.indexOf(log.getLast()));

        String digest = engine.push(
                "localhost/h-docker-base:1", "registry.test:5000/demo/base:latest", Credentials.NONE, line -> {});
        String reference = "registry.test:5000/demo/base@" + digest;
        String address = "127.0.0.1:" + registry.port() + "/demo/base";
        DockerDaemon.lines("rmi", address + ":latest", "localhost/h-docker-base:1");
        engine.pull(reference, PullPolicy.MISSING, Credentials.NONE, line -> {});
        assertEquals(List.of("PATH=/bin"), engine.inspect(reference).environment());
        assertEquals(digest, engine.inspect(reference).digest());

        Path derived =
                context("derived", "FROM " + reference + "\nRUN [\"/bin/sh\", \"-c\", \"echo derived > /derived\"]\n");
        engine.build(image(derived, "localhost/h-docker-base:2"), line -> {});
        String newer = engine.push(
                "localhost/h-docker-base:2", "registry.test:5000/demo/base:latest", Credentials.NONE, line -> {});
        assertNotEquals(digest, newer);
        engine.remove("localhost/h-docker-base:2");

        List<String> output = new ArrayList<>();
        int code = engine.run(reference, List.of("sh", "-c", "echo $A; exit 3"), Map.of("A", "hi"), output::add);
        assertEquals(List.of("hi"), output);
        assertEquals(3, code);
        Path tar = directory.resolve("files.tar");
        engine.export(reference, tar);
        assertTrue(Files.size(tar) > 0);

        assertEquals(List.of(), Engines.erase(settings(buildKit)));
        assertEquals(List.of(), DockerDaemon.lines("images", "--all", "--quiet", address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1"})
    void a_step_that_fails_says_why_and_leaves_no_image(String buildKit) throws Exception {
        Engine engine = Engines.open("docker", settings(buildKit));
        Path failing = context("fail", """
                FROM scratch
                COPY busybox /busybox
                RUN ["/busybox", "sh", "-c", "echo Error: of the step; exit 7"]
                """);
        Files.copy(Path.of("/bin/busybox"), failing.resolve("busybox"), StandardCopyOption.COPY_ATTRIBUTES);
        List<String> dangling = DockerDaemon.lines("images", "--quiet", "--filter=dangling=true");
        EngineException failure = assertThrows(
                EngineException.class, () -> engine.build(image(failing, "localhost/h-docker-failing:1"), line -> {}));
        assertEquals(
                buildKit.equals("0")
                        ? "The command '/busybox sh -c echo Error: of the step; exit 7' returned a non-zero code: 7"
                        : "executor failed running [/busybox sh -c echo Error: of the step; exit 7]: exit code: 7",
                failure.getMessage());
        assertEquals(dangling, DockerDaemon.lines("images", "--quiet", "--filter=dangling=true"));
    }

    private Path context(String name, String dockerfile) throws IOException {
        Path context = Files.createDirectory(directory.resolve(name));
        Files.writeString(context.resolve("Dockerfile"), dockerfile);
        return context;
    }

    private static ImageBuild image(Path context, String tag) {
        return new ImageBuild(context, context.resolve("Dockerfile"), tag, Map.of(), ImageBuild.Layering.ONE_LAYER);
    }
}
