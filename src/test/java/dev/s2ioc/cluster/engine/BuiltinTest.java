package dev.s2ioc.cluster.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.s2ioc.cluster.registry.MemoryStreams;
import dev.s2ioc.cluster.registry.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine that needs nothing installed, against the cluster's own registry. */
class BuiltinTest {
    @TempDir
    Path directory;

    private Registry registry;
    private Engine engine;
    private Path context;

    @BeforeEach
    void start() throws Exception {
        registry = Registry.start(directory.resolve("registry"), 0, new MemoryStreams(), Instant.now());
        engine = Engines.open(
                "builtin",
                new EngineSettings(
                        directory.resolve("engine"),
                        new LocalRegistry("registry.test:5000", registry.port()),
                        Map.of()));
        context = Files.createDirectory(directory.resolve("context"));
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void a_dockerfile_without_run_becomes_an_image_on_which_another_is_based() throws Exception {
        Files.createDirectories(context.resolve("s2i"));
        Files.writeString(context.resolve("s2i/run"), "#!/bin/sh\n");
        List<String> log = new ArrayList<>();
        String id = engine.build(image("""
                        ARG KIND
                        FROM scratch
                        ARG KIND
                        LABEL kind="a ${KIND}" \\
                              other=x
                        COPY s2i/ /usr/libexec/s2i
                        ENV HOME=/home
                        WORKDIR /work
                        USER 1001
                        EXPOSE 8080
                        CMD /usr/libexec/s2i/run
                        """, "temp/base:1"), log::add);
        assertEquals("STEP 1/9: FROM scratch", log.getFirst());
        assertEquals(
                List.of("COMMIT temp/base:1", "--> " + id.substring(0, 12), "Successfully tagged temp/base:1", id),
                log.subList(9, log.size()));
        String digest = engine.push("temp/base:1", "registry.test:5000/demo/base:latest", Credentials.NONE, line -> {});
        String base = "registry.test:5000/demo/base@" + digest;
        engine.pull(base, PullPolicy.MISSING, Credentials.NONE, line -> {});
        assertEquals(
                new ImageConfig(
                        "",
                        "1001",
                        Map.of("kind", "a cat", "other", "x"),
                        List.of("HOME=/home"),
                        List.of(),
                        List.of("/bin/sh", "-c", "/usr/libexec/s2i/run"),
                        "/work"),
                engine.inspect(base));

        engine.build(
                image("FROM registry.test:5000/demo/base:latest\nENTRYPOINT [\"/run\", \"it\"]\n", "temp/next:1"),
                line -> {});
        engine.push("temp/next:1", "registry.test:5000/demo/next:latest", Credentials.NONE, line -> {});
        engine.pull("registry.test:5000/demo/next:latest", PullPolicy.ALWAYS, Credentials.NONE, line -> {});
        ImageConfig next = engine.inspect("registry.test:5000/demo/next:latest");
        assertEquals(List.of("/run", "it"), next.entrypoint());
        assertEquals("1001", next.user());
    }

    @Test
    void run_is_refused_with_what_to_install() {
        assertEquals(
                "building at STEP \"RUN make\": RUN needs a container engine: the built-in engine cannot do that; install"
                        + " buildah (apt-get install buildah), podman or docker",
                refusal("FROM scratch\nRUN make\n"));
    }

    @Test
    void a_missing_file_and_one_outside_of_the_context_are_refused() throws IOException {
        assertEquals(
                "building at STEP \"COPY nothing /\": no file of the context is called nothing",
                refusal("FROM scratch\nCOPY nothing /\n"));
        Files.createSymbolicLink(context.resolve("out"), Path.of("/etc/passwd"));
        assertEquals(
                "building at STEP \"COPY out /\": out leads out of the context", refusal("FROM scratch\nCOPY out /\n"));
    }

    @Test
    void a_base_that_is_not_there_is_refused() {
        EngineException failure = assertThrows(
                EngineException.class,
                () -> engine.pull(
                        "registry.test:5000/demo/none:latest", PullPolicy.MISSING, Credentials.NONE, line -> {}));
        assertTrue(failure.getMessage().contains("demo/none"), failure.getMessage());
    }

    private String refusal(String dockerfile) {
        return assertThrows(EngineException.class, () -> engine.build(image(dockerfile, "temp/x:1"), line -> {}))
                .getMessage();
    }

    private ImageBuild image(String dockerfile, String tag) throws IOException {
        Path file = Files.writeString(directory.resolve("Dockerfile"), dockerfile);
        return new ImageBuild(context, file, tag, Map.of("KIND", "cat"), ImageBuild.Layering.CACHED);
    }
}
