package dev.s2ioc.command.create;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The subcommands of {@code create}: the object that the flags describe, and the words when it cannot be made. */
class CreateFromFlagsTest {
    private static final String CORE = "/api/v1/namespaces/demo/";
    private static final String IMAGES = "/apis/image.openshift.io/v1/namespaces/demo/";
    private static final String WRITE = "?fieldManager=kubectl-create&fieldValidation=Ignore";

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void an_image_stream() {
        api.on("POST " + IMAGES + "imagestreams" + WRITE, "{\"metadata\":{\"name\":\"foo\"}}");
        assertEquals(new Ran(0, "imagestream.image.openshift.io/foo created\n", ""), create("is", "foo"));
        assertEquals(
                List.of("POST " + IMAGES
                        + "imagestreams" + WRITE
                        + " {\"apiVersion\":\"image.openshift.io/v1\",\"kind\":\"ImageStream\","
                        + "\"metadata\":{\"name\":\"foo\",\"namespace\":\"demo\"},\"spec\":{\"lookupPolicy\":"
                        + "{\"local\":false}}}"),
                api.requests());
    }

    @Test
    void an_image_stream_tag() {
        api.on("POST " + IMAGES + "imagestreamtags" + WRITE, "{\"metadata\":{\"name\":\"foo:v1\"}}");
        assertEquals(
                new Ran(0, "imagestreamtag.image.openshift.io/foo:v1 created\n", ""),
                create("istag", "foo:v1", "--from=sb:latest", "--scheduled", "--reference-policy=local"));
        assertEquals(
                List.of("POST " + IMAGES + "imagestreamtags" + WRITE + " {\"apiVersion\":\"image.openshift.io/v1\","
                        + "\"kind\":\"ImageStreamTag\",\"metadata\":{\"name\":\"foo:v1\",\"namespace\":\"demo\"},"
                        + "\"tag\":{\"name\":\"\",\"annotations\":{},\"from\":{\"kind\":\"ImageStreamTag\","
                        + "\"name\":\"sb:latest\"},\"importPolicy\":{\"scheduled\":true},"
                        + "\"referencePolicy\":{\"type\":\"Local\"}}}"),
                api.requests());
    }

    @Test
    void an_image_stream_tag_has_one_source_at_most() {
        api.on("POST " + IMAGES + "imagestreamtags" + WRITE, "{\"metadata\":{\"name\":\"foo:v1\"}}");
        assertEquals(new Ran(0, "imagestreamtag.image.openshift.io/foo:v1 created\n", ""), create("istag", "foo:v1"));
        assertEquals(
                new Ran(1, "", "error: --from and --from-image may not be used together\n"),
                create("istag", "foo:v1", "--from=a:b", "--from-image=x"));
        assertEquals(
                new Ran(1, "", "error: NAME must be of the form STREAM:TAG, as in simple1:latest, not foo\n"),
                create("istag", "foo", "--from=a:b"));
    }

    @Test
    void a_generic_secret() {
        api.on("POST " + CORE + "secrets" + WRITE, "{\"metadata\":{\"name\":\"s1\"}}");
        assertEquals(new Ran(0, "secret/s1 created\n", ""), create("secret", "generic", "s1", "--from-literal=a=b"));
        assertEquals(
                List.of("POST " + CORE + "secrets" + WRITE + " {\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":"
                        + "{\"name\":\"s1\",\"namespace\":\"demo\"},\"data\":{\"a\":\"Yg==\"}}"),
                api.requests());
    }

    @Test
    void refusals_in_the_words_of_each_command() {
        api.refuse("POST " + CORE + "secrets" + WRITE, 409, "AlreadyExists", "secrets \"s1\" already exists");
        api.refuse("POST " + CORE + "configmaps" + WRITE, 409, "AlreadyExists", "configmaps \"c\" already exists");
        assertEquals(
                new Ran(1, "", "error: failed to create secret secrets \"s1\" already exists\n"),
                create("secret", "generic", "s1"));
        assertEquals(
                new Ran(1, "", "error: failed to create configmap: configmaps \"c\" already exists\n"),
                create("cm", "c"));
    }

    @Test
    void registry_credentials() {
        assertEquals(
                new Ran(
                        0,
                        "kubernetes.io/dockerconfigjson {\".dockerconfigjson\":\"eyJhdXRocyI6eyJxLmlvIjp7InVzZXJuYW1lIjoidS"
                                + "IsInBhc3N3b3JkIjoicCIsImVtYWlsIjoiZUB4IiwiYXV0aCI6ImRUcHcifX19\"}",
                        ""),
                create(
                        "secret",
                        "docker-registry",
                        "s",
                        "--docker-server=q.io",
                        "--docker-username=u",
                        "--docker-password=p",
                        "--docker-email=e@x",
                        "--dry-run=client",
                        "-o",
                        "jsonpath={.type} {.data}"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: either --from-file or the combination of --docker-username, --docker-password and"
                                + " --docker-server is required\n"),
                create("secret", "docker-registry", "s"));
    }

    @Test
    void tls_needs_both_files_in_pem() throws IOException {
        assertEquals(
                new Ran(1, "", "error: key and cert must be specified\n"), create("secret", "tls", "t", "--cert=c"));
        Files.writeString(home.resolve("c"), "no");
        assertEquals(
                new Ran(1, "", "error: tls: failed to find any PEM data in certificate input: c\n"),
                create("secret", "tls", "t", "--cert=c", "--key=c"));
    }

    /** The hashes are those that kubectl 1.32 has given the same objects. */
    @Test
    void content_in_the_name() throws IOException {
        Files.writeString(home.resolve("env.txt"), "level=debug\n# c\nx=1\n");
        assertEquals(
                new Ran(0, "configmap/c-d657t9526k\n", ""),
                preview("cm", "c", "--from-env-file=env.txt", "--append-hash"));
        assertEquals(
                new Ran(0, "secret/s-5bb9925t2d\n", ""),
                preview("secret", "generic", "s", "--from-env-file=env.txt", "--append-hash"));
        assertEquals(
                new Ran(0, "secret/s-2fm76ct8g2\n", ""),
                preview("secret", "generic", "s", "--from-literal=a=b", "--type=x/y", "--append-hash"));
    }

    @Test
    void files_directories_and_bytes() throws IOException {
        Files.createDirectory(home.resolve("d"));
        Files.writeString(home.resolve("d/one"), "1");
        Files.write(home.resolve("bytes"), new byte[] {(byte) 0xff});
        assertEquals(
                new Ran(0, "{\"one\":\"1\",\"two\":\"1\"} {\"bytes\":\"/w==\"}", ""),
                create(
                        "configmap",
                        "c",
                        "--from-file=d",
                        "--from-file=two=d/one",
                        "--from-file=bytes",
                        "--dry-run=client",
                        "-o",
                        "jsonpath={.data} {.binaryData}"));
    }

    @Test
    void wrong_sources() {
        assertEquals(
                new Ran(1, "", "error: invalid literal source a, expected key=value\n"),
                preview("cm", "c", "--from-literal=a"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: cannot add key \"a\", another key by that name already exists in Data for ConfigMap \"c\"\n"),
                preview("cm", "c", "--from-literal=a=b", "--from-literal=a=c"));
        assertEquals(
                new Ran(1, "", "error: error reading nix: no such file or directory\n"),
                preview("secret", "generic", "s", "--from-file=nix"));
        assertEquals(
                new Ran(1, "", "error: from-env-file cannot be combined with from-file or from-literal\n"),
                preview("cm", "c", "--from-env-file=x", "--from-literal=a=b"));
    }

    @Test
    void a_token() {
        String request = "POST " + CORE + "serviceaccounts/robot/token";
        api.on(request, "{\"status\":{\"token\":\"abc\"}}");
        assertEquals(new Ran(0, "abc\n", ""), create("token", "robot", "--duration=1h", "--audience=x"));
        assertEquals(
                List.of(request + " {\"apiVersion\":\"authentication.k8s.io/v1\",\"kind\":\"TokenRequest\",\"spec\":"
                        + "{\"audiences\":[\"x\"],\"expirationSeconds\":3600}}"),
                api.requests());
    }

    @Test
    void a_token_of_nobody() {
        api.missing("POST " + CORE + "serviceaccounts/no/token", "serviceaccounts", "no");
        assertEquals(
                new Ran(1, "", "error: failed to create token: serviceaccounts \"no\" not found\n"),
                create("token", "no"));
    }

    @Test
    void a_namespace_and_a_service_account() {
        api.on("POST /api/v1/namespaces" + WRITE, "{\"metadata\":{\"name\":\"x\"}}");
        api.on("POST " + CORE + "serviceaccounts" + WRITE, "{\"metadata\":{\"name\":\"robot\"}}");
        assertEquals(new Ran(0, "namespace/x created\n", ""), create("namespace", "x"));
        assertEquals(new Ran(0, "serviceaccount/robot created\n", ""), create("sa", "robot"));
    }

    private Ran preview(String... words) {
        return create(Stream.concat(Stream.of(words), Stream.of("--dry-run=client", "-o", "name"))
                .toArray(String[]::new));
    }

    private Ran create(String... words) {
        return api.s2ioc(
                home, Stream.concat(Stream.of("create"), Stream.of(words)).toArray(String[]::new));
    }
}
