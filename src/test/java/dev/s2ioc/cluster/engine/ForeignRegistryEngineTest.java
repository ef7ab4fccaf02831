package dev.s2ioc.cluster.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.s2ioc.cluster.engine.ImageBuild.Layering;
import dev.s2ioc.cluster.engine.ImageBuild.Mount;
import dev.s2ioc.testing.Busybox;
import dev.s2ioc.testing.EngineStorage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Buildah with a registry that is not the cluster's and wants a password: Debian's docker-registry. */
@Timeout(300)
class ForeignRegistryEngineTest {
    /** The password letmein, as htpasswd writes it. */
    private static final String USERS = "me:$2y$05$abcdefghijklmnopqrstuuKwWV7ESJpzKzf9FQg57dBvMuv92X9HS\n";

    @TempDir
    static Path directory;

    private static Process registry;
    private static int port;
    private static Engine engine;
    private static Credentials login;

    @BeforeAll
    static void start() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path users = Files.writeString(directory.resolve("users"), USERS);
        Path config = Files.writeString(
                directory.resolve("registry.yml"), """
                version: 0.1
                log: {level: error}
                storage: {filesystem: {rootdirectory: %s}}
                http: {addr: "127.0.0.1:%d"}
                auth: {htpasswd: {realm: test, path: %s}}
                """.formatted(directory.resolve("images"), port, users));
        registry = new ProcessBuilder("docker-registry", "serve", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        awaitListening();
        login = Credentials.in(Files.createDirectory(directory.resolve("login")));
        Files.writeString(
                directory.resolve("login/config.json"),
                "{\"auths\":{\"127.0.0.1:" + port + "\":{\"auth\":\"bWU6bGV0bWVpbg==\"}}}");
        engine = Engines.open(
                "buildah",
                new EngineSettings(
                        Files.createDirectory(directory.resolve("engine")),
                        new LocalRegistry("registry.test:5000", 1),
                        Map.of("PATH", System.getenv("PATH"), "HOME", directory.toString())));
        Path context = Files.createDirectory(directory.resolve("base"));
        Files.copy(Busybox.program(), context.resolve("busybox"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(context.resolve("Dockerfile"), """
                FROM scratch
                COPY busybox /bin/busybox
                RUN ["/bin/busybox", "sh", "-c", "/bin/busybox --install -s /bin; mkdir -p /data; echo x > /data/x"]
                ENV PATH=/bin
                """);
        engine.build(build(context, List.of()), line -> {});
    }

    private static ImageBuild build(Path context, List<Mount> mounts) {
        return new ImageBuild(
                context, context.resolve("Dockerfile"), "localhost/app:1", Map.of(), Layering.ONE_LAYER, mounts);
    }

    private static void awaitListening() throws InterruptedException {
        while (registry.isAlive()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port));
                return;
            } catch (IOException e) {
                Thread.sleep(20);
            }
        }
        throw new AssertionError("docker-registry ended with " + registry.exitValue());
    }

    @AfterAll
    static void stop() throws Exception {
        registry.destroy();
        registry.waitFor();
        EngineStorage.empty("buildah", directory.resolve("engine/storage"));
    }

    @Test
    void only_who_brings_the_login_may_push_and_pull() throws Exception {
        String image = "127.0.0.1:" + port + "/me/app:1";
        EngineException refusal = assertThrows(
                EngineException.class, () -> engine.push("localhost/app:1", image, Credentials.NONE, line -> {}));
        assertTrue(refusal.getMessage().contains("authentication required"), refusal.getMessage());
        String digest = engine.push("localhost/app:1", image, login, line -> {});
        String pinned = "127.0.0.1:" + port + "/me/app@" + digest;
        assertThrows(EngineException.class, () -> engine.pull(pinned, PullPolicy.ALWAYS, Credentials.NONE, line -> {}));
        engine.pull(pinned, PullPolicy.ALWAYS, login, line -> {});
        assertEquals(List.of("PATH=/bin"), engine.inspect(pinned).environment());
    }

    @Test
    void the_files_of_an_image_come_out_in_one_tar() throws Exception {
        Path tar = directory.resolve("files.tar");
        engine.export("localhost/app:1", tar);
        List<String> names = new ArrayList<>();
        try (TarArchiveInputStream in = new TarArchiveInputStream(Files.newInputStream(tar))) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertTrue(names.containsAll(List.of("bin/busybox", "data/x")), names.toString());
    }

    @Test
    void a_volume_is_there_for_the_steps_only() throws Exception {
        Path secret = Files.createDirectory(directory.resolve("secret"));
        Files.writeString(secret.resolve("key"), "open sesame\n");
        Path context = Files.createDirectory(directory.resolve("volume"));
        Files.writeString(context.resolve("Dockerfile"), "FROM localhost/app:1\nRUN cat /keys/key\n");
        List<String> log = new ArrayList<>();
        ImageBuild build = new ImageBuild(
                context,
                context.resolve("Dockerfile"),
                "localhost/volume:1",
                Map.of(),
                Layering.UNCACHED,
                List.of(new Mount(secret, "/keys")));
        engine.build(build, log::add);
        assertTrue(log.contains("open sesame"), log.toString());
        assertEquals(1, engine.run("localhost/volume:1", List.of("test", "-e", "/keys/key"), Map.of(), line -> {}));
    }
}
