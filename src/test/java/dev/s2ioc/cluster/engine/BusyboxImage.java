package dev.s2ioc.cluster.engine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.s2ioc.testing.Busybox;
import dev.s2ioc.testing.EngineStorage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** An image of nothing but busybox and a user, in a storage of a test's own. */
final class BusyboxImage {
    static final String NAME = "localhost/base:latest";

    private BusyboxImage() {}

    static Engine engine(Path directory) throws Exception {
        return Engines.open("buildah", settings(directory, System.getenv()));
    }

    static EngineSettings settings(Path directory, Map<String, String> environment) throws Exception {
        return new EngineSettings(
                Files.createDirectories(directory.resolve("engine")),
                new LocalRegistry("registry.test:5000", 1),
                environment);
    }

    /** Opens podman, or skips the test. */
    static Engine podman(Path directory) throws Exception {
        assumeTrue(new Programs(System.getenv()).has("podman"), "podman is not installed");
        return Engines.open("podman", settings(directory, System.getenv()));
    }

    static void build(Engine engine, Path context) throws Exception {
        Files.writeString(context.resolve("Dockerfile"), """
                FROM scratch
                COPY busybox /bin/busybox
                COPY passwd group /etc/
                RUN ["/bin/busybox", "sh", "-c", \
                "/bin/busybox --install -s /bin; mkdir -p /tmp /var; chmod 1777 /tmp; ln -s /run /var/run"]
                """);
        Files.writeString(context.resolve("passwd"), """
                root:x:0:0:root:/root:/bin/sh
                app:x:1001:7:app:/home/app:/bin/sh
                """);
        Files.writeString(context.resolve("group"), """
                root:x:0:
                staff:x:50:app
                """);
        Files.copy(Busybox.program(), context.resolve("busybox"), StandardCopyOption.COPY_ATTRIBUTES);
        engine.build(
                new ImageBuild(context, context.resolve("Dockerfile"), NAME, Map.of(), ImageBuild.Layering.CACHED),
                line -> {});
    }

    /** To be called before the directory is removed. */
    static void removeAll(Path directory) throws Exception {
        removeAll("buildah", directory.resolve("engine/storage"));
    }

    static void removeAllOfPodman(Path directory) throws Exception {
        removeAll("podman", directory.resolve("engine/podman"));
    }

    private static void removeAll(String program, Path storage) throws Exception {
        // Where the engine is not installed the tests were skipped, and nothing is stored.
        if (!new Programs(System.getenv()).has(program)) {
            return;
        }
        EngineStorage.empty(program, storage);
    }
}
