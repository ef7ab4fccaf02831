package dev.s2ioc.cluster.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.s2ioc.cluster.engine.Engine;
import dev.s2ioc.cluster.engine.EngineSettings;
import dev.s2ioc.cluster.engine.Engines;
import dev.s2ioc.cluster.engine.LocalRegistry;
import dev.s2ioc.cluster.image.Registries;
import dev.s2ioc.cluster.registry.MemoryStreams;
import dev.s2ioc.cluster.registry.Registry;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.testing.Busybox;
import dev.s2ioc.testing.EngineStorage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The recorded session's builds with buildah and the cluster's own registry: what their logs say, line by line. */
@Timeout(300)
class RealBuildEngineTest {
    /** How long a program sleeps that is looked for among all of this machine, where other tests may be running, too. */
    private static final String SLEEP = "85" + ProcessHandle.current().pid();

    private static final String BASE = Registries.INTERNAL + "/openshift/busybox:latest";
    private static final String DOCKERFILE = """
            FROM %s
            LABEL io.k8s.display-name="Cat runtime" \\
                  io.openshift.s2i.scripts-url="image:///usr/libexec/s2i"
            COPY ./s2i/ /usr/libexec/s2i
            USER 1001
            CMD /usr/libexec/s2i/usage
            """.formatted(BASE);
    private static final String ASSEMBLE = """
            #!/bin/sh
            set -e
            echo "---> Preparing source"
            mkdir -p /tmp/myapp
            cp -Rf /tmp/src/* /tmp/myapp
            """;

    @TempDir
    Path directory;

    private Registry registry;
    private Engine engine;
    private Yard yard;

    @BeforeEach
    void start() throws Exception {
        registry = Registry.start(directory.resolve("registry"), 0, new MemoryStreams(), Instant.now());
        engine = Engines.open(
                "buildah",
                new EngineSettings(
                        Files.createDirectory(directory.resolve("engine")),
                        new LocalRegistry(Registries.INTERNAL, registry.port()),
                        System.getenv()));
        yard = new Yard(directory, engine);
        yard.stream("busybox");
        yard.config("base", "'dockerStrategy':{}", ",'output':{'to':{'kind':'DockerImage','name':'" + BASE + "'}}");
        Path busybox = Busybox.program();
        yard.upload(
                "base", tar(new Upload("busybox", 0755, Files.readAllBytes(busybox)), text("Dockerfile", 0644, """
                                FROM scratch
                                COPY busybox /bin/busybox
                                RUN ["/bin/busybox", "sh", "-c", "/bin/busybox --install -s /bin; mkdir /etc; echo root:x:0:0::/:/bin/sh > /etc/passwd; mkdir -m 1777 /tmp"]
                                ENV PATH=/bin
                                """)));
        assertEquals("Complete", Json.at(yard.ended("base-1"), "status", "phase"), yard.log("base-1"));
    }

    @AfterEach
    void stop() throws Exception {
        yard.close();
        registry.close();
        EngineStorage.empty("buildah", directory.resolve("engine/storage"));
    }

    @Test
    void a_builder_and_an_application_made_with_it_are_logged_as_on_openshift() throws Exception {
        yard.config("cat", "'dockerStrategy':{}", "");
        yard.upload("cat", tar(text("Dockerfile", 0644, DOCKERFILE), text("s2i/assemble", 0755, ASSEMBLE)));
        String digest = Json.at(yard.ended("cat-1"), "status", "output", "to", "imageDigest");
        assertEquals("""
                Receiving source from STDIN as archive ...
                Caching blobs under "/var/cache/blobs".

                Pulling image BASE ...
                Trying to pull BASE...
                COPIED
                STEP 1/7: FROM BASE
                STEP 2/7: LABEL io.k8s.display-name="Cat runtime"       io.openshift.s2i.scripts-url="image:///usr/libexec/s2i"
                --> ID
                STEP 3/7: COPY ./s2i/ /usr/libexec/s2i
                --> ID
                STEP 4/7: USER 1001
                --> ID
                STEP 5/7: CMD /usr/libexec/s2i/usage
                --> ID
                STEP 6/7: ENV "OPENSHIFT_BUILD_NAME"="cat-1" "OPENSHIFT_BUILD_NAMESPACE"="demo"
                --> ID
                STEP 7/7: LABEL "io.openshift.build.name"="cat-1" "io.openshift.build.namespace"="demo"
                COMMIT temp.builder.openshift.io/demo/cat-1:HEX8
                --> ID
                Successfully tagged temp.builder.openshift.io/demo/cat-1:HEX8
                ID

                Pushing image REGISTRY/demo/cat:latest ...
                COPIED
                Successfully pushed REGISTRY/demo/cat@%s
                Push successful
                """.formatted(digest), withoutWhatVaries(yard.log("cat-1")));

        String builder = Registries.INTERNAL + "/demo/cat@" + digest;
        yard.config("app", "'sourceStrategy':{'from':{'kind':'DockerImage','name':'" + builder + "'}}", "");
        yard.upload("app", tar(text("hello", 0644, "Hello\n")));
        yard.ended("app-1");
        assertEquals(
                """
                Receiving source from STDIN as archive ...
                Caching blobs under "/var/cache/blobs".
                Trying to pull BUILDER...
                COPIED
                Generating dockerfile with builder image BUILDER
                STEP 1/9: FROM BUILDER
                STEP 2/9: LABEL "io.openshift.build.source-location"="/tmp/build/inputs"       "io.openshift.build.image"="BUILDER"
                STEP 3/9: ENV OPENSHIFT_BUILD_NAME="app-1"     OPENSHIFT_BUILD_NAMESPACE="demo"
                STEP 4/9: USER root
                STEP 5/9: COPY upload/src /tmp/src
                STEP 6/9: RUN chown -R 1001:0 /tmp/src
                STEP 7/9: USER 1001
                STEP 8/9: RUN /usr/libexec/s2i/assemble
                ---> Preparing source
                STEP 9/9: CMD /usr/libexec/s2i/run
                COMMIT temp.builder.openshift.io/demo/app-1:HEX8
                --> ID
                Successfully tagged temp.builder.openshift.io/demo/app-1:HEX8
                ID

                Pushing image REGISTRY/demo/app:latest ...
                COPIED
                """,
                withoutWhatVaries(yard.log("app-1").replace(builder, "BUILDER"))
                        .replaceFirst("Successfully pushed .*\nPush successful\n$", ""));
        assertTrue(yard.log("app-1").endsWith("\nPush successful\n"));
    }

    @Test
    void cancelling_ends_the_step_that_runs() throws Exception {
        yard.config("slow", "'dockerStrategy':{}", "");
        yard.upload(
                "slow", tar(text("Dockerfile", 0644, "FROM " + BASE + "\nRUN echo here; exec sleep " + SLEEP + "\n")));
        while (!yard.log("slow-1").contains("\nhere\n")) {
            Thread.sleep(20);
        }
        yard.cancel("slow-1");
        assertEquals("Cancelled", Json.at(yard.ended("slow-1"), "status", "phase"));
        assertEquals(
                List.of(),
                ProcessHandle.allProcesses()
                        .filter(process -> List.of(process.info().arguments().orElse(new String[0]))
                                .contains(SLEEP))
                        .toList());
    }

    private static String withoutWhatVaries(String log) {
        return log.replace(BASE, "BASE")
                .replace(Registries.INTERNAL, "REGISTRY")
                .replaceAll("(?m)^(--> )?[0-9a-f]{11,}$", "$1ID")
                .replaceAll("(/demo/[a-z]+-1:)[0-9a-f]{8}\n", "$1HEX8\n")
                .replaceAll(
                        // Newer versions of buildah also tell how they copy into their own storage.
                        "(?<=:HEX8\n)Getting image source signatures\n(Copying (blob|config) \\S+\n)+Writing manifest to image destination\n",
                        "")
                .replaceAll(
                        "Getting image source signatures\n(Copying (blob|config) \\S+\n)+Writing manifest to image destination\n",
                        "COPIED\n");
    }

    private record Upload(String name, int mode, byte[] content) {}

    private static Upload text(String name, int mode, String text) {
        return new Upload(name, mode, text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream tar(Upload... files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes)) {
            for (Upload file : files) {
                TarArchiveEntry entry = new TarArchiveEntry(file.name());
                entry.setMode(file.mode());
                entry.setSize(file.content().length);
                out.putArchiveEntry(entry);
                out.write(file.content());
                out.closeArchiveEntry();
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
