package dev.s2ioc.cluster.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A foreign client that needs no engine: jib pushes, and builds on what it pushed. */
@Timeout(180)
class RegistryJibTest {
    @TempDir
    Path directory;

    @Test
    void jib_pushes_and_pulls() throws Exception {
        MemoryStreams streams = new MemoryStreams();
        try (Registry registry = Registry.start(directory.resolve("registry"), 0, streams, Instant.now())) {
            Path file = Files.writeString(directory.resolve("hello.txt"), "hello\n");
            RegistryImage base = RegistryImage.named(registry.address() + "/demo/base:latest");
            JibContainer pushed = Jib.fromScratch()
                    .addLayer(List.of(file), AbsoluteUnixPath.get("/"))
                    .containerize(to(base, "one"));
            assertEquals(Optional.of(pushed.getDigest().toString()), streams.digest("demo/base", "latest"));

            RegistryImage app = RegistryImage.named(registry.address() + "/demo/app:latest");
            JibContainer built =
                    Jib.from(base).addLabel("note", "built on base").containerize(to(app, "two"));
            assertEquals(Optional.of(built.getDigest().toString()), streams.digest("demo/app", "latest"));
        }
    }

    @Test
    void jib_logs_in_with_a_token() throws Exception {
        MemoryStreams streams = new MemoryStreams(new TestGuard(false));
        System.setProperty("sendCredentialsOverHttp", "true");
        try (Registry registry = Registry.start(directory.resolve("registry"), 0, streams, Instant.now())) {
            Path file = Files.writeString(directory.resolve("hello.txt"), "hello\n");
            RegistryImage image =
                    RegistryImage.named(registry.address() + "/demo/app:latest").addCredential("ana", "ana-token");
            JibContainer pushed = Jib.fromScratch()
                    .addLayer(List.of(file), AbsoluteUnixPath.get("/"))
                    .containerize(to(image, "one"));
            assertEquals(Optional.of(pushed.getDigest().toString()), streams.digest("demo/app", "latest"));
        } finally {
            System.clearProperty("sendCredentialsOverHttp");
        }
    }

    private Containerizer to(RegistryImage image, String cache) {
        return Containerizer.to(image)
                .setAllowInsecureRegistries(true)
                .setBaseImageLayersCache(directory.resolve(cache))
                .setApplicationLayersCache(directory.resolve(cache));
    }
}
