package dev.s2ioc.command.adm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code adm prune images}: which images go, with what of them in the registry, and which are used. */
class PruneImagesCommandTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);
    private static final String IMAGES = "/apis/image.openshift.io/v1";
    private static final String DRY =
            "Dry run enabled - no modifications will be made. Add --confirm to remove images\n";

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer registry;
    private int answer = 202;

    @BeforeEach
    void start() throws IOException {
        registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext("/", exchange -> {
            boolean known = exchange.getRequestHeaders().containsKey("Authorization");
            String path = exchange.getRequestURI().getPath();
            if (!path.equals("/v2/")) {
                asked.add(exchange.getRequestMethod() + " " + path + (known ? "" : " nobody"));
            }
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"x\"");
            exchange.sendResponseHeaders(!known ? 401 : path.equals("/v2/") ? 200 : answer, -1);
            exchange.close();
        });
        registry.start();
    }

    @AfterEach
    void close() {
        registry.stop(0);
        api.close();
    }

    private Ran prune(String... words) {
        String[] all = Stream.concat(
                        Stream.of("--server=" + api.url(), "--token=secret", "adm", "prune", "images"),
                        Stream.of(words))
                .toArray(String[]::new);
        return Run.in(home, Map.of(), NOON).s2ioc(all);
    }

    private static String digest(int number) {
        return "sha256:" + String.valueOf(number).repeat(64);
    }

    private static String image(int number, int layer) {
        return "{\"metadata\":{\"name\":\"" + digest(number) + "\",\"creationTimestamp\":\"2026-01-01T0" + number
                + ":00:00Z\",\"annotations\":{\"openshift.io/image.managed\":\"true\"}},"
                + "\"dockerImageManifestMediaType\":\"application/vnd.oci.image.manifest.v1+json\","
                + "\"dockerImageMetadata\":{\"Id\":\"config-" + number + "\",\"Size\":" + number * 1000 + "},"
                + "\"dockerImageLayers\":[{\"name\":\"base\"},{\"name\":\"layer-" + layer + "\"}]}";
    }

    private static String item(int number) {
        return "{\"created\":\"2026-01-01T0" + number + ":00:00Z\",\"image\":\"" + digest(number) + "\"}";
    }

    private String stream(int... items) {
        return "{\"metadata\":{\"namespace\":\"demo\",\"name\":\"app\",\"resourceVersion\":\"7\",\"creationTimestamp\":"
                + "\"2026-01-01T00:00:00Z\"},\"status\":{\"publicDockerImageRepository\":\"127.0.0.1:"
                + registry.getAddress().getPort() + "/demo/app\",\"tags\":[{\"tag\":\"latest\",\"items\":["
                + String.join(
                        ",",
                        java.util.Arrays.stream(items)
                                .mapToObj(PruneImagesCommandTest::item)
                                .toList())
                + "]}]}}";
    }

    private void serve() {
        api.on("GET " + IMAGES + "/imagestreams?limit=500", "{\"items\":[" + stream(4, 3, 2, 1) + "]}");
        api.on(
                "GET " + IMAGES + "/images?limit=500",
                "{\"items\":[" + image(1, 1) + "," + image(2, 2) + "," + image(3, 3) + "," + image(4, 3) + "]}");
        List.of("/api/v1/pods", "/apis/build.openshift.io/v1/builds", "/apis/build.openshift.io/v1/buildconfigs")
                .forEach(path -> api.on("GET " + path + "?limit=500", "{\"items\":[]}"));
        api.on("PUT " + IMAGES + "/namespaces/demo/imagestreams/app/status", "{}");
        api.on("DELETE " + IMAGES + "/images/" + digest(1), "{}");
        api.on("DELETE " + IMAGES + "/images/" + digest(2), "{}");
    }

    private static final String TOLD = """
            Deleting 2 items from image stream demo/app
            Deleting manifest link 2222222222222222222222222222222222222222222222222222222222222222 in repository demo/app
            Deleting manifest link 1111111111111111111111111111111111111111111111111111111111111111 in repository demo/app
            Deleting layer link layer-2 in repository demo/app
            Deleting layer link config-2 in repository demo/app
            Deleting layer link layer-1 in repository demo/app
            Deleting layer link config-1 in repository demo/app
            Deleting blob layer-1
            Deleting blob config-1
            Deleting blob 1111111111111111111111111111111111111111111111111111111111111111
            Deleting image 1111111111111111111111111111111111111111111111111111111111111111
            Deleting blob layer-2
            Deleting blob config-2
            Deleting blob 2222222222222222222222222222222222222222222222222222222222222222
            Deleting image 2222222222222222222222222222222222222222222222222222222222222222
            Summary: deleted 2 image object(s), deleted 2 image stream tag item(s), updated 1 image stream(s), \
            deleted 4 layer link(s), deleted 2 manifest link(s), deleted 6 blob(s)
            """.replaceAll("([12])\\1{63}", "sha256:$0");

    @Test
    void without_confirmation_it_is_only_told() {
        serve();
        assertEquals(new Ran(0, TOLD, DRY), prune("--keep-tag-revisions=2"));
        assertEquals(List.of(), asked);
        assertTrue(api.requests().stream().allMatch(request -> request.startsWith("GET ")), api.requests()::toString);
    }

    @Test
    void what_is_too_much_is_removed() {
        serve();
        assertEquals(new Ran(0, TOLD, ""), prune("--keep-tag-revisions=2", "--confirm", "--num-workers=1"));
        assertEquals(
                List.of(
                        "DELETE /v2/demo/app/manifests/" + digest(2),
                        "DELETE /v2/demo/app/manifests/" + digest(1),
                        "DELETE /v2/demo/app/blobs/layer-2",
                        "DELETE /v2/demo/app/blobs/config-2",
                        "DELETE /v2/demo/app/blobs/layer-1",
                        "DELETE /v2/demo/app/blobs/config-1",
                        "DELETE /admin/blobs/layer-1",
                        "DELETE /admin/blobs/config-1",
                        "DELETE /admin/blobs/" + digest(1),
                        "DELETE /admin/blobs/layer-2",
                        "DELETE /admin/blobs/config-2",
                        "DELETE /admin/blobs/" + digest(2)),
                asked.stream().filter(request -> !request.endsWith("nobody")).toList());
        assertEquals(
                List.of(
                        "PUT " + IMAGES + "/namespaces/demo/imagestreams/app/status " + stream(4, 3),
                        "DELETE " + IMAGES + "/images/" + digest(1) + " {}",
                        "DELETE " + IMAGES + "/images/" + digest(2) + " {}"),
                api.requests().stream()
                        .filter(request -> !request.startsWith("GET "))
                        .toList());
    }

    @Test
    void what_is_used_or_young_stays() {
        serve();
        assertEquals(
                new Ran(0, "Summary: deleted 0 objects\n", DRY),
                prune("--keep-younger-than=12h", "--keep-tag-revisions=0"));
        api.on(
                "GET /apis/apps/v1/deployments?limit=500",
                "{\"items\":[{\"metadata\":{\"namespace\":\"other\",\"name\":\"web\"},\"spec\":{\"template\":{\"spec\":"
                        + "{\"containers\":[{\"name\":\"c\",\"image\":\"registry:5000/demo/app@" + digest(1)
                        + "\"}]}}}}]}");
        api.on(
                "GET /apis/batch/v1/cronjobs?limit=500",
                "{\"items\":[{\"metadata\":{\"namespace\":\"demo\",\"name\":\"nightly\"},\"spec\":{\"jobTemplate\":{\"spec\":"
                        + "{\"template\":{\"spec\":{\"initContainers\":[{\"name\":\"c\",\"image\":"
                        + "\"registry:5000/demo/app:latest\"}]}}}}}}]}");
        assertEquals(
                """
                Deleting 2 items from image stream demo/app
                Deleting image 2
                Deleting image 3
                Summary: deleted 2 image object(s), deleted 2 image stream tag item(s), updated 1 image stream(s)
                """,
                prune("--keep-tag-revisions=0", "--prune-registry=false")
                        .out()
                        .replaceAll("sha256:(\\d)\\1{63}", "$1")
                        .replaceFirst("Only API objects .*\n", ""));
    }

    @Test
    void what_builds_use_stays() {
        serve();
        api.on(
                "GET /apis/build.openshift.io/v1/buildconfigs?limit=500",
                "{\"items\":[{\"metadata\":{\"namespace\":\"demo\",\"name\":\"bc\"},\"spec\":{\"strategy\":{\"sourceStrategy\":"
                        + "{\"from\":{\"kind\":\"ImageStreamImage\",\"name\":\"app@" + digest(2) + "\"}}}}}]}");
        Ran ran = prune("--keep-tag-revisions=2");
        assertTrue(ran.out().startsWith("Deleting 2 items"), ran.out());
    }

    @Test
    void an_image_too_large_goes() {
        serve();
        api.on(
                "GET /api/v1/limitranges?limit=500",
                "{\"items\":[{\"metadata\":{\"namespace\":\"demo\",\"name\":\"l\"},\"spec\":{\"limits\":["
                        + "{\"type\":\"openshift.io/Image\",\"max\":{\"storage\":\"3500\"}}]}}]}");
        Ran ran = prune("--prune-over-size-limit", "--prune-registry=false");
        assertEquals(
                "Only API objects will be removed.  No modifications to the image registry will be made.\n"
                        + "Deleting 1 items from image stream demo/app\nDeleting image " + digest(4)
                        + "\nSummary: deleted 1 image object(s), deleted 1 image stream tag item(s), updated 1 image"
                        + " stream(s)\n",
                ran.out());
    }

    @Test
    void what_cannot_be_removed_is_told() {
        serve();
        answer = 500;
        Ran ran = prune("--keep-tag-revisions=3", "--confirm");
        assertEquals(1, ran.code());
        assertTrue(
                ran.out().endsWith("\nSummary: deleted 1 image stream tag item(s), updated 1 image stream(s)\n"),
                ran.out());
        assertTrue(
                ran.err()
                        .contains("error deleting blob layer-1 from the registry: the registry answered 500 to DELETE"),
                ran.err());
        assertTrue(
                ran.err().endsWith("error: not everything could be removed; what is left is removed by another run\n"));
    }

    @Test
    void a_reference_that_cannot_be_read_stops_it() {
        serve();
        api.on(
                "GET /api/v1/replicationcontrollers?limit=500",
                "{\"items\":[{\"metadata\":{\"namespace\":\"demo\",\"name\":\"rc\"},\"spec\":{\"template\":{\"spec\":"
                        + "{\"containers\":[{\"name\":\"c\",\"image\":\"Not An Image\"}]}}}}]}");
        assertEquals(new Ran(1, "", """
                        Failed to build graph!

                        The following objects have invalid references:

                          replicationcontroller/rc namespace=demo: container c: invalid image reference "Not An Image": \
                        invalid reference format

                        Either fix the references or delete the objects to make the pruner proceed.
                        error: failed to build graph - no changes made
                        """), prune());
        assertEquals(0, prune("--ignore-invalid-refs").code());
    }

    @Test
    void flags_that_make_no_sense() {
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: --prune-over-size-limit cannot be specified with --keep-tag-revisions nor"
                                + " --keep-younger-than\n"),
                prune("--prune-over-size-limit", "--keep-tag-revisions=1"));
        assertEquals(
                new Ran(1, "", "error: --keep-tag-revisions must be greater than or equal to 0\n"),
                prune("--keep-tag-revisions=-1"));
        assertEquals(
                new Ran(1, "", "error: --certificate-authority cannot be specified with --force-insecure\n"),
                prune("--force-insecure", "--certificate-authority=x"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: invalid --registry-url flag: it must be HOST[:PORT], http://HOST[:PORT] or"
                                + " https://HOST[:PORT]\n"),
                prune("--registry-url=x/y"));
        serve();
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: failed to ping registry 127.0.0.1:1: the registry 127.0.0.1:1 cannot be reached:"
                                + " connection refused\n"),
                prune("--registry-url=127.0.0.1:1", "--confirm"));
    }
}
