package dev.s2ioc.cluster.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Foreign clients at the registry: buildah pushes and pulls, skopeo copies, inspects, lists and deletes. */
@Timeout(300)
class RegistryEngineTest {
    @TempDir
    Path directory;

    private final MemoryStreams streams = new MemoryStreams();
    private Registry registry;

    @BeforeEach
    void start() throws Exception {
        registry = Registry.start(directory.resolve("registry"), 0, streams, Instant.now());
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void buildah_pushes_what_skopeo_inspects_and_another_buildah_pulls() throws Exception {
        String image = registry.address() + "/demo/app:latest";
        build("one", image);
        Path digestFile = directory.resolve("digest");
        buildah("one", "push", "--tls-verify=false", "--digestfile", digestFile.toString(), image);
        String digest = Files.readString(digestFile).trim();

        JsonNode seen = json(skopeo("inspect", "--tls-verify=false", "docker://" + image));
        assertEquals(digest, seen.path("Digest").asText());
        assertEquals("from the test", seen.path("Labels").path("note").asText());
        JsonNode tags = json(skopeo("list-tags", "--tls-verify=false", "docker://" + registry.address() + "/demo/app"));
        assertEquals("[\"latest\"]", tags.path("Tags").toString());
        assertEquals(digest, streams.digest("demo/app", "latest").orElseThrow());

        buildah("two", "pull", "-q", "--tls-verify=false", registry.address() + "/demo/app@" + digest);
        String container = buildah("two", "from", "--tls-verify=false", image).trim();
        String root = buildah("two", "mount", container).trim();
        assertEquals("hello\n", Files.readString(Path.of(root, "hello.txt")));
        buildah("two", "rm", container);
    }

    @Test
    void skopeo_copies_within_the_registry_and_deletes() throws Exception {
        String from = "docker://" + registry.address() + "/demo/app:latest";
        String to = "docker://" + registry.address() + "/demo/copy:v1";
        build("one", registry.address() + "/demo/app:latest");
        buildah("one", "push", "-q", "--tls-verify=false", registry.address() + "/demo/app:latest");
        skopeo("copy", "-q", "--src-tls-verify=false", "--dest-tls-verify=false", from, to);
        assertEquals(streams.digest("demo/app", "latest"), streams.digest("demo/copy", "v1"));
        skopeo("delete", "--tls-verify=false", to);
        assertEquals(List.of(), streams.tags("demo/copy").orElseThrow());
        assertTrue(streams.digest("demo/app", "latest").isPresent());
    }

    @Test
    void skopeo_and_buildah_log_in_with_a_token() throws Exception {
        registry.close();
        registry =
                Registry.start(directory.resolve("closed"), 0, new MemoryStreams(new TestGuard(false)), Instant.now());
        String image = registry.address() + "/demo/app:latest";
        Path file = directory.resolve("auth.json");
        String authFile = "--authfile=" + file;
        assertFails("skopeo", "login", "--tls-verify=false", authFile, "-u", "ana", "-p", "wrong", registry.address());
        build("one", image);
        assertFails("skopeo", "inspect", "--no-creds", "--tls-verify=false", "docker://" + image);
        buildah("one", "login", "--tls-verify=false", authFile, "-u", "ana", "-p", "ana-token", registry.address());
        buildah("one", "push", "-q", "--tls-verify=false", authFile, image);
        skopeo("inspect", "--tls-verify=false", authFile, "docker://" + image);
        String copy = "docker://" + registry.address() + "/demo/copy:v1";
        skopeo("copy", "-q", "--src-tls-verify=false", "--dest-tls-verify=false", authFile, "docker://" + image, copy);
        skopeo("delete", "--tls-verify=false", authFile, copy);
        String elsewhere = "docker://" + registry.address() + "/other/app:v1";
        assertFails(
                "skopeo",
                "copy",
                "--src-tls-verify=false",
                "--dest-tls-verify=false",
                authFile,
                "docker://" + image,
                elsewhere);
    }

    private void assertFails(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("refused").toFile())
                .start();
        assertTrue(process.waitFor() != 0, () -> String.join(" ", command) + " succeeded");
    }

    /** A disk of one megabyte, where the test may mount one: what does not fit is refused and leaves nothing behind. */
    @Test
    void a_full_disk_refuses_a_blob_and_takes_a_smaller_one() throws Exception {
        Path disk = Files.createDirectories(directory.resolve("disk"));
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=1m", "none", disk.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("mount").toFile())
                .start();
        Assumptions.assumeTrue(mount.waitFor() == 0, "no disk can be mounted here");
        try (Registry small = Registry.start(disk, 0, streams, Instant.now());
                Http http = new Http(small)) {
            byte[] large = new byte[2 << 20];
            String uploads = "/v2/demo/app/blobs/uploads/";
            String full =
                    "507 {\"errors\":[{\"code\":\"UNKNOWN\",\"message\":\"the disk with the registry's data is full: make"
                            + " room (s2ioc cluster prune --confirm frees what nothing refers to), then try again\"}]}";
            assertEquals(full, Http.seen(http.send("POST", uploads + "?digest=" + Digest.of(large), large)));
            String upload = Http.header(http.send("POST", uploads, new byte[0]), "Location");
            assertEquals(full, Http.seen(http.send("PATCH", upload, large)));
            assertEquals(204, http.get(upload).statusCode());
            http.send("DELETE", upload, null);
            try (var files = Files.walk(disk)) {
                assertEquals(List.of(), files.filter(Files::isRegularFile).toList());
            }
            http.blob("demo/app", new byte[1000]);
        } finally {
            new ProcessBuilder("umount", disk.toString()).start().waitFor();
        }
    }

    private void build(String store, String image) throws Exception {
        Path context = Files.createDirectories(directory.resolve("context"));
        Files.writeString(context.resolve("hello.txt"), "hello\n");
        Files.writeString(
                context.resolve("Dockerfile"), "FROM scratch\nCOPY hello.txt /\nLABEL note=\"from the test\"\n");
        buildah(store, "bud", "-q", "--isolation=chroot", "--format=docker", "-t", image, context.toString());
    }

    private String buildah(String store, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "buildah",
                "--root",
                directory.resolve(store).toString(),
                "--runroot",
                directory.resolve(store + "-run").toString(),
                "--storage-driver",
                "vfs"));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private String skopeo(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("skopeo"));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        Path errors = Files.createTempFile(directory, "errors", "");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), () -> command + ": " + read(errors));
        return out;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
