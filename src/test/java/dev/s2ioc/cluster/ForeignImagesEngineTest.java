package dev.s2ioc.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.image.ImageApi;
import dev.s2ioc.cluster.image.ImageStreamImportResource;
import dev.s2ioc.cluster.image.ImageStreams;
import dev.s2ioc.cluster.image.PullThrough;
import dev.s2ioc.cluster.image.Registries;
import dev.s2ioc.cluster.image.RegistryTrust;
import dev.s2ioc.cluster.image.Remotes;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Kinds;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.NamespaceKind;
import dev.s2ioc.cluster.kind.SecretKind;
import dev.s2ioc.cluster.kind.StoredResource;
import dev.s2ioc.cluster.registry.Registry;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Store;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images of a real registry that is guarded by TLS and a password: imported, and pulled through the cluster's own registry. */
class ForeignImagesEngineTest {
    private static final String CREDENTIALS = DebianRegistry.USER + ":" + DebianRegistry.PASSWORD;

    @TempDir
    Path directory;

    private DebianRegistry debian;
    private Store store;
    private Kinds kinds;
    private ImageStreams streams;
    private Registry registry;

    @BeforeEach
    void start() throws Exception {
        debian = new DebianRegistry(directory.resolve("debian"));
        store = Store.open(directory.resolve("test.db"));
        kinds = new Kinds();
        Machinery machinery = new Machinery(store, kinds, Instant::now);
        streams = new ImageStreams(machinery);
        Remotes remotes = new Remotes(machinery, new RegistryTrust(List.of(), List.of(directory.resolve("certs.d"))));
        registry = Registry.start(
                directory.resolve("images"),
                0,
                new StreamedRegistry(
                        streams, new PullThrough(streams, remotes), machinery, new RegistryGuard(machinery, true)),
                Instant.now());
        kinds.add(new StoredResource(machinery, new NamespaceKind()));
        kinds.add(new StoredResource(machinery, new SecretKind()));
        ImageApi.addTo(kinds, machinery, streams, new Registries(registry::address), remotes);
        kinds.resource("namespaces").create(Call.internal(""), json("{'metadata':{'name':'demo'}}"));
    }

    @AfterEach
    void stop() throws Exception {
        registry.close();
        store.close();
        debian.close();
    }

    @Test
    void trust_and_a_password_are_needed_both() throws Exception {
        image("amd64");
        push("lab/one:v1");
        assertMessage("x509: certificate signed by unknown authority", look("lab/one:v1", "{}"));
        assertMessage("you may not have access to the container image", look("lab/one:v1", "{'insecure':true}"));
        debian.trustIn(directory.resolve("certs.d"));
        assertMessage("you may not have access to the container image", look("lab/one:v1", "{}"));
        login("wrong:password");
        assertMessage("you may not have access to the container image", look("lab/one:v1", "{}"));
        login(CREDENTIALS);
        JsonNode image = look("lab/one:v1", "{}").path("image");
        assertEquals("amd64", image.at("/dockerImageMetadata/Architecture").asText());
        assertMessage("dockerimage.image.openshift.io", look("lab/none:v1", "{}"));
    }

    @Test
    void an_imported_image_is_pulled_through_the_own_registry_and_then_kept() throws Exception {
        image("amd64");
        push("lab/one:v1");
        open();
        stream("Legacy", "v1", "lab/one:v1");
        pull("ext:v1", "first");
        debian.close();
        pull("ext@" + streams.digest("demo", "ext", "v1").orElseThrow(), "second");
        assertTrue(Files.readString(directory.resolve("first/manifest.json"))
                .equals(Files.readString(directory.resolve("second/manifest.json"))));
    }

    @Test
    void without_its_origin_an_image_that_was_never_pulled_cannot_be() throws Exception {
        image("amd64");
        push("lab/one:v1");
        open();
        stream("Legacy", "v1", "lab/one:v1");
        debian.close();
        String told =
                run(1, "skopeo", "copy", "--src-tls-verify=false", own("ext:v1"), "dir:" + directory.resolve("out"));
        assertTrue(told.contains("502 Bad Gateway"), told);
    }

    @Test
    void a_list_is_kept_whole_or_becomes_its_image_for_this_machine() throws Exception {
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        image(machine);
        image("s390x");
        index(machine, "s390x");
        run(
                0,
                "skopeo",
                "copy",
                "--all",
                "--dest-creds",
                CREDENTIALS,
                "--dest-tls-verify=false",
                "oci:" + directory.resolve("layout") + ":list",
                "docker://" + debian.address() + "/lab/list:v1");
        open();
        stream("PreserveOriginal", "all", "lab/list:v1");
        stream("Legacy", "one", "lab/list:v1");
        JsonNode list = streams.image(streams.digest("demo", "ext", "all").orElseThrow())
                .orElseThrow();
        assertEquals(2, list.path("dockerImageManifests").size());
        JsonNode one = streams.image(streams.digest("demo", "ext", "one").orElseThrow())
                .orElseThrow();
        assertEquals(machine, one.at("/dockerImageMetadata/Architecture").asText());
        run(0, "skopeo", "copy", "--all", "--src-tls-verify=false", own("ext:all"), "dir:" + directory.resolve("all"));
        assertTrue(Files.readString(directory.resolve("all/manifest.json")).contains("s390x"));
    }

    private void open() throws Exception {
        debian.trustIn(directory.resolve("certs.d"));
        login(CREDENTIALS);
    }

    private void login(String credentials) {
        String auth = base64(credentials);
        String file = "{\"auths\":{\"" + debian.address() + "\":{\"auth\":\"" + auth + "\"}}}";
        String name = "login-" + auth.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "");
        kinds.resource(SecretKind.TYPE.resource())
                .create(
                        Call.internal("demo"),
                        json("{'metadata':{'name':'" + name + "'},'type':'kubernetes.io/dockerconfigjson','data':"
                                + "{'.dockerconfigjson':'" + base64(file) + "'}}"));
    }

    private JsonNode look(String image, String policy) {
        return kinds.resource(ImageStreamImportResource.TYPE.resource())
                .create(
                        Call.internal("demo"),
                        json("{'metadata':{'name':'x'},'spec':{'images':[{'from':{'kind':'DockerImage','name':'"
                                + debian.address() + "/" + image + "'},'importPolicy':" + policy + "}]}}"))
                .at("/status/images/0");
    }

    private static void assertMessage(String part, JsonNode look) {
        String message = Json.at(look, "status", "message");
        assertTrue(message.contains(part), message);
    }

    private void stream(String mode, String tag, String image) {
        kinds.resource(ImageStreamImportResource.TYPE.resource())
                .create(
                        Call.internal("demo"),
                        json("{'metadata':{'name':'ext'},'spec':{'import':true,'images':[{'from':{'kind':'DockerImage',"
                                + "'name':'" + debian.address() + "/" + image + "'},'to':{'name':'" + tag
                                + "'},'importPolicy':{'importMode':'" + mode + "'},"
                                + "'referencePolicy':{'type':'Local'}}]}}"));
        assertEquals(
                Registries.INTERNAL + "/demo/ext@"
                        + streams.digest("demo", "ext", tag).orElseThrow(),
                streams.resolve("ImageStreamTag", "ext:" + tag, "demo"));
    }

    private void pull(String name, String to) throws Exception {
        run(0, "skopeo", "copy", "--src-tls-verify=false", own(name), "dir:" + directory.resolve(to));
    }

    private String own(String name) {
        return "docker://" + registry.address() + "/demo/" + name;
    }

    private void push(String to) throws Exception {
        index("amd64");
        run(
                0,
                "skopeo",
                "copy",
                "--dest-creds",
                CREDENTIALS,
                "--dest-tls-verify=false",
                "oci:" + directory.resolve("layout") + ":list",
                "docker://" + debian.address() + "/" + to);
    }

    /** An image in the OCI layout, with one empty layer. */
    private String image(String architecture) throws Exception {
        String layer = blob(new byte[1024]);
        String config = blob(("{\"architecture\":\"" + architecture
                        + "\",\"os\":\"linux\",\"rootfs\":{\"type\":\"layers\"," + "\"diff_ids\":[\"" + layer + "\"]}}")
                .getBytes(StandardCharsets.UTF_8));
        String manifest =
                "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"config\":"
                        + descriptor("application/vnd.oci.image.config.v1+json", config, "") + ",\"layers\":["
                        + descriptor("application/vnd.oci.image.layer.v1.tar", layer, "") + "]}";
        String digest = blob(manifest.getBytes(StandardCharsets.UTF_8));
        Files.writeString(directory.resolve("layout/" + architecture), digest);
        return digest;
    }

    private void index(String... architectures) throws Exception {
        List<String> members = new ArrayList<>();
        for (String architecture : architectures) {
            members.add(descriptor(
                    "application/vnd.oci.image.manifest.v1+json",
                    Files.readString(directory.resolve("layout/" + architecture)),
                    ",\"platform\":{\"os\":\"linux\",\"architecture\":\"" + architecture + "\"}"));
        }
        String list = "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.index.v1+json\",\"manifests\":["
                + String.join(",", members) + "]}";
        String digest = blob(list.getBytes(StandardCharsets.UTF_8));
        Files.writeString(directory.resolve("layout/oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
        Files.writeString(
                directory.resolve("layout/index.json"),
                "{\"schemaVersion\":2,\"manifests\":["
                        + descriptor(
                                "application/vnd.oci.image.index.v1+json",
                                digest,
                                ",\"annotations\":{\"org.opencontainers.image.ref.name\":\"list\"}")
                        + "]}");
    }

    private String descriptor(String type, String digest, String rest) throws Exception {
        long size = Files.size(directory.resolve("layout/blobs/" + digest.replace(':', '/')));
        return "{\"mediaType\":\"" + type + "\",\"digest\":\"" + digest + "\",\"size\":" + size + rest + "}";
    }

    private String blob(byte[] content) throws Exception {
        String hex = java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(content));
        Path file = directory.resolve("layout/blobs/sha256/" + hex);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        return "sha256:" + hex;
    }

    private String run(int code, String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(150, TimeUnit.SECONDS));
        assertEquals(code, process.exitValue(), told);
        return told;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) Json.parse(text.replace('\'', '"'));
        } catch (java.io.IOException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
