package dev.s2ioc.command.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.RegistryStub;
import dev.s2ioc.testing.Run;
import dev.s2ioc.testing.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code image info}: what is told of images, which of a list, and who may see them. */
class ImageInfoCommandTest {
    private static final String OCI = "application/vnd.oci.image.manifest.v1+json";
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";
    private static final String LAYER = "sha256:" + "a".repeat(64);
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-27T03:30:00Z"), ZoneOffset.UTC);

    @TempDir
    Path home;

    private Ran info(String... words) {
        return Run.in(home, Map.of("XDG_RUNTIME_DIR", home.toString()), NOW)
                .s2ioc(Stream.concat(Stream.of("image", "info"), Stream.of(words))
                        .toArray(String[]::new));
    }

    private static String config(String architecture) {
        return """
                {"created":"2026-11-27T03:23:49.2Z","architecture":"%s","os":"linux","config":{"User":"1001",\
                "ExposedPorts":{"9090/udp":{},"8080/tcp":{}},"Env":["A=b","C=d"],"Entrypoint":["/bin/busybox","sh"],\
                "Cmd":["-c","echo hi"],"Volumes":{"/data":{}},"WorkingDir":"/w","Labels":{"k":"2","a":"1"}}}""".formatted(architecture);
    }

    private static String manifest(String config) {
        return "{\"schemaVersion\":2,\"mediaType\":\"" + OCI + "\",\"config\":{\"digest\":\"" + config + "\"},"
                + "\"layers\":[{\"digest\":\"" + LAYER + "\",\"size\":1083674},{\"digest\":\"" + LAYER
                + "\",\"size\":32}]}";
    }

    private static String add(RegistryStub registry, String tag, String architecture) {
        return registry.manifest("demo/app", tag, OCI, manifest(registry.blob("demo/app", config(architecture))));
    }

    private static String list(String amd64, String arm64) {
        return "{\"schemaVersion\":2,\"manifests\":[{\"digest\":\"" + amd64
                + "\",\"platform\":{\"os\":\"linux\",\"architecture\":\"amd64\"}},{\"digest\":\"" + arm64
                + "\",\"platform\":{\"os\":\"linux\",\"architecture\":\"arm64\",\"variant\":\"v8\"}}]}";
    }

    private static String told(String name, String digest, String list, String architecture) {
        return "Name:          " + name + "\nDigest:        " + digest + "\n"
                + (list.isEmpty() ? "" : "Manifest List: " + list + "\n")
                + """
                Media Type:    application/vnd.oci.image.manifest.v1+json
                Created:       6m ago
                Image Size:    1.084MB in 2 layers
                Layers:        1.084MB LAYER
                               32B     LAYER
                OS:            linux
                Arch:          %s
                Entrypoint:    /bin/busybox sh
                Command:       -c echo hi
                Working Dir:   /w
                User:          1001
                Exposes Ports: 8080/tcp, 9090/udp
                Environment:   A=b
                               C=d
                Labels:        a=1
                               k=2
                Volumes:       /data

                """.formatted(architecture).replace("LAYER", LAYER);
    }

    @Test
    void an_image_is_told_of() {
        try (RegistryStub registry = RegistryStub.start(RegistryStub.Door.OPEN, "")) {
            String digest = add(registry, "v1", "amd64");
            String name = registry.host() + "/demo/app:v1";
            assertEquals(new Ran(0, told(name, digest, "", "amd64"), ""), info(name));
            String byDigest = registry.host() + "/demo/app@" + digest;
            assertEquals(new Ran(0, told(byDigest, digest, "", "amd64"), ""), info(byDigest));
            Ran json = info(name, "-o", "json");
            assertEquals(0, json.code());
            assertEquals(
                    true,
                    json.out()
                            .startsWith("{\n    \"name\": \"" + name + "\",\n    \"digest\": \"" + digest
                                    + "\",\n    \"contentDigest\": \"" + digest + "\",\n    \"listDigest\": \"\",\n"),
                    json.out());
            assertEquals(true, json.out().contains("\"size\": 1083706,"), json.out());
        }
    }

    @Test
    void of_a_list_one_image_is_chosen() {
        try (RegistryStub registry = RegistryStub.start(RegistryStub.Door.OPEN, "")) {
            String amd64 = add(registry, "amd64", "amd64");
            String arm64 = add(registry, "arm64", "arm64");
            String list = registry.manifest("demo/app", "multi", INDEX, list(amd64, arm64));
            String name = registry.host() + "/demo/app:multi";
            assertEquals(new Ran(0, told(name, arm64, list, "arm64"), ""), info(name, "--filter-by-os=linux/arm64"));
            assertEquals(
                    new Ran(0, told(name, amd64, list, "amd64") + told(name, arm64, list, "arm64"), ""),
                    info(name, "--show-multiarch"));
            assertEquals(
                    new Ran(
                            1,
                            "",
                            "error: the image is a manifest list and contains multiple images - use --filter-by-os to"
                                    + " select from:\n\n  OS             DIGEST\n  linux/amd64    " + amd64
                                    + "\n  linux/arm64/v8 " + arm64 + "\n\n"),
                    info(name, "--filter-by-os=win"));
            assertEquals(
                    new Ran(1, "", "error: --filter-by-os was not a valid regular expression: Unclosed group\n"),
                    info(name, "--filter-by-os=("));
        }
    }

    @Test
    void a_login_opens_the_registry() throws IOException {
        for (RegistryStub.Door door : List.of(RegistryStub.Door.BASIC, RegistryStub.Door.BEARER)) {
            try (RegistryStub registry = RegistryStub.start(door, "joe:secret")) {
                add(registry, "v1", "amd64");
                String name = registry.host() + "/demo/app:v1";
                Ran refused = info(name);
                assertEquals(1, refused.code());
                assertEquals(
                        "error: unable to read image " + name + ": unauthorized: authentication required\n"
                                + "To log in, run: s2ioc registry login --registry=" + registry.host()
                                + " [--auth-basic=USER:PASSWORD]\n",
                        refused.err());
                Files.writeString(
                        home.resolve("auth.json"),
                        "{\"auths\":{\"" + registry.host() + "\":{\"auth\":\"am9lOnNlY3JldA==\"}}}");
                assertEquals(0, info(name, "-a", "auth.json").code());
                assertEquals(
                        door == RegistryStub.Door.BASIC ? "Basic" : "Bearer",
                        registry.requests().getLast().replaceFirst(".* ", ""));
                Files.createDirectories(home.resolve("containers"));
                Files.writeString(
                        home.resolve("containers/auth.json"),
                        "{\"auths\":{\"" + registry.host()
                                + "/demo\":{\"username\":\"joe\",\"password\":\"secret\"}}}");
                assertEquals(0, info(name).code());
                Files.delete(home.resolve("containers/auth.json"));
            }
        }
    }

    @Test
    void a_certificate_must_be_trusted() throws IOException {
        TestCertificate certificate = TestCertificate.forAddress("127.0.0.1", "EC");
        Files.write(home.resolve("ca.pem"), certificate.pem());
        try (RegistryStub registry = RegistryStub.start(certificate.serverContext())) {
            add(registry, "v1", "amd64");
            String name = registry.host() + "/demo/app:v1";
            Ran refused = info(name);
            assertEquals(1, refused.code());
            assertEquals(
                    true,
                    refused.err()
                            .startsWith("error: unable to read image " + name + ": the registry " + registry.host()
                                    + " cannot be reached: tls: "),
                    refused.err());
            assertEquals(List.of(), registry.requests());
            assertEquals(0, info(name, "--insecure").code());
            assertEquals(0, info(name, "--certificate-authority=ca.pem").code());
        }
    }

    @Test
    void content_is_verified() {
        try (RegistryStub registry = RegistryStub.start(RegistryStub.Door.OPEN, "")) {
            String wrong = "sha256:" + "b".repeat(64);
            registry.blob("demo/app", wrong, config("amd64"));
            registry.manifest("demo/app", "v1", OCI, manifest(wrong));
            String name = registry.host() + "/demo/app:v1";
            Ran refused = info(name);
            assertEquals(1, refused.code());
            assertEquals(true, refused.err().contains("it was changed on its way"), refused.err());
            assertEquals(0, info(name, "--skip-verification").code());
        }
    }

    @Test
    void a_name_without_a_tag_means_the_latest_and_others_may_not_be_there() {
        try (RegistryStub registry = RegistryStub.start(RegistryStub.Door.OPEN, "")) {
            add(registry, "latest", "amd64");
            assertEquals(
                    "Name:          " + registry.host() + "/demo/app:latest",
                    info(registry.host() + "/demo/app")
                            .out()
                            .lines()
                            .findFirst()
                            .orElse(""));
            String name = registry.host() + "/demo/app:none";
            assertEquals(new Ran(1, "", "error: image \"" + name + "\" not found: manifest unknown\n"), info(name));
        }
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: unable to read image 127.0.0.1:1/x:y: the registry 127.0.0.1:1 cannot be reached:"
                                + " connection refused\n"),
                info("127.0.0.1:1/x:y"));
        assertEquals(
                new Ran(1, "", "error: \"X Y\" is not a valid image reference: invalid reference format\n"),
                info("X Y"));
        assertEquals(new Ran(1, "", "error: info expects at least one argument, an image pull spec\n"), info());
        assertEquals(
                new Ran(1, "", "error: unrecognized --output, only 'json' is supported\n"),
                info("x/y:z", "-o", "yaml"));
    }
}
