package dev.s2ioc.command.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.s2ioc.cluster.DebianRegistry;
import dev.s2ioc.command.image.ImageYard.Layer;
import dev.s2ioc.testing.Ran;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image commands with a real registry, guarded by TLS and a password, and with skopeo, which reads what they made. */
class ImageCommandsEngineTest {
    private static final String CREDENTIALS = DebianRegistry.USER + ":" + DebianRegistry.PASSWORD;

    @TempDir
    Path directory;

    private ImageYard yard;
    private DebianRegistry debian;

    @BeforeEach
    void start() throws Exception {
        yard = new ImageYard(directory);
        debian = new DebianRegistry(directory.resolve("debian"));
        debian.trustIn(directory);
    }

    @AfterEach
    void stop() {
        debian.close();
        yard.close();
    }

    private Ran image(String... words) {
        List<String> all = new ArrayList<>(List.of("image"));
        all.addAll(List.of(words));
        all.add("--certificate-authority=" + directory.resolve(debian.address()).resolve("ca.crt"));
        return yard.s2ioc(all.toArray(String[]::new));
    }

    private void login() throws IOException {
        String auth = Base64.getEncoder().encodeToString(CREDENTIALS.getBytes(StandardCharsets.UTF_8));
        Files.createDirectories(yard.home.resolve("containers"));
        Files.writeString(
                yard.home.resolve("containers/auth.json"),
                "{\"auths\":{\"" + debian.address() + "\":{\"auth\":\"" + auth + "\"}}}");
    }

    @Test
    void images_are_made_mirrored_and_read_by_others() throws Exception {
        String layer = new Layer().file("text", "one\n").to(yard.home, "layer");
        String made = debian.address() + "/lab/made";
        Ran refused = image("append", "--to", made + ":v1", layer);
        assertEquals(1, refused.code());
        assertTrue(refused.err().contains("\nTo log in, run: s2ioc registry login --registry="), refused.err());
        login();
        Ran appended = image("append", "--to", made + ":v1", layer);
        assertEquals(0, appended.code(), appended.err());
        String digest = ImageYard.digest(appended.out());
        Ran copied = image("mirror", made + ":v1", debian.address() + "/lab/copy:v1");
        assertEquals(digest + " " + debian.address() + "/lab/copy:v1\n", copied.out(), copied.err());
        assertTrue(copied.err().contains("mounted: " + debian.address() + "/lab/copy sha256:"), copied.err());
        skopeo(
                "copy",
                "--src-creds=" + CREDENTIALS,
                "--src-tls-verify=false",
                "docker://" + made + ":v1",
                "oci:oci:v1");
        skopeo("copy", "--dest-tls-verify=false", "oci:oci:v1", "docker://" + yard.host() + "/demo/oci:v1");
        String target = debian.address() + "/lab/oci:v1";
        Ran mirrored = image("mirror", yard.host() + "/demo/oci:v1", target);
        assertEquals(0, mirrored.code(), mirrored.err());
        assertEquals(
                ImageYard.digest(mirrored.out()),
                skopeo(
                                "inspect",
                                "--creds=" + CREDENTIALS,
                                "--tls-verify=false",
                                "--format={{.Digest}}",
                                "docker://" + target)
                        .strip());
        Ran extended = image("append", "--from", target, "--to", target, "--image", "{\"User\":\"1001\"}", layer);
        assertEquals(0, extended.code(), extended.err());
        String config =
                skopeo("inspect", "--config", "--creds=" + CREDENTIALS, "--tls-verify=false", "docker://" + target);
        assertTrue(config.contains("\"User\": \"1001\"") || config.contains("\"User\":\"1001\""), config);
    }

    @Test
    void layers_of_all_compressions_are_extracted() throws Exception {
        login();
        String layer = new Layer().file("text", "one\n").to(yard.home, "layer");
        assertEquals(
                0, image("append", "--to", yard.host() + "/demo/made:v1", layer).code());
        String from = "docker://" + yard.host() + "/demo/made:v1";
        skopeo("copy", "--src-tls-verify=false", "--dest-compress-format=zstd", from, "oci:zstd:v1");
        skopeo("copy", "--dest-tls-verify=false", "oci:zstd:v1", "docker://" + yard.host() + "/demo/zstd:v1");
        Path out = Files.createDirectories(yard.home.resolve("out"));
        Ran extracted = image("extract", yard.host() + "/demo/zstd:v1", "--path", "/:out");
        assertEquals(new Ran(0, "", ""), extracted);
        assertEquals("one\n", Files.readString(out.resolve("text")));
        assertTrue(yard.done("image", "info", yard.host() + "/demo/zstd:v1").contains("oci.image.manifest"));
    }

    private String skopeo(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("skopeo"));
        command.addAll(List.of(words));
        Path log = Files.createTempFile(directory, "skopeo", ".log");
        Process process = new ProcessBuilder(command)
                .directory(yard.home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertTrue(process.waitFor(150, TimeUnit.SECONDS), "skopeo takes too long");
        String told = Files.readString(log);
        assertEquals(0, process.exitValue(), told);
        return told;
    }
}
