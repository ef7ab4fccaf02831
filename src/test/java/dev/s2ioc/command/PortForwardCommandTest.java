package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.s2ioc.testing.PodServer;
import dev.s2ioc.testing.Ran;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** port-forward carries connections to a pod, until the pod ends. */
class PortForwardCommandTest {
    private static final String PODS = "/api/v1/namespaces/demo/pods";
    private static final String ENDED =
            "{\"type\":\"DELETED\",\"object\":" + PodServer.pod("hello", "{\"name\":\"web\"}") + "}\n";

    @TempDir
    Path dir;

    private final PodServer api = PodServer.start();
    private ServerSocket app;

    @BeforeEach
    void start_an_application() throws IOException {
        app = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(() -> {
            while (!app.isClosed()) {
                try {
                    Socket one = app.accept();
                    Thread.ofVirtual().start(() -> echo(one));
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    private static void echo(Socket one) {
        try (one) {
            one.getInputStream().transferTo(one.getOutputStream());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @AfterEach
    void stop() throws IOException {
        app.close();
        api.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /** The pod ends when {@code gate} does. */
    private CompletableFuture<Ran> forward(CompletableFuture<Void> gate, String... words) {
        api.onWhen(
                gate,
                "GET " + PODS
                        + "?fieldSelector=metadata.name%3Dhello&watch=true&allowWatchBookmarks=true&resourceVersion=7",
                ENDED);
        // Not in the common pool: on a small machine it has one thread, which opening a WebSocket needs.
        return CompletableFuture.supplyAsync(
                () -> api.s2ioc(dir, words),
                task -> Thread.ofPlatform().daemon().start(task));
    }

    private static byte[] say(int port, byte[] bytes) throws Exception {
        try (Socket socket = connect(port)) {
            Thread sender = Thread.ofVirtual().start(() -> {
                try {
                    socket.getOutputStream().write(bytes);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            // Nobody can be told of half an end: who has heard all hangs up.
            byte[] heard = bytes.length == 0
                    ? socket.getInputStream().readAllBytes()
                    : socket.getInputStream().readNBytes(bytes.length);
            sender.join();
            return heard;
        }
    }

    private static Socket connect(int port) throws Exception {
        for (int attempt = 0; ; attempt++) {
            try {
                return new Socket("127.0.0.1", port);
            } catch (java.net.ConnectException e) {
                if (attempt > 200) {
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }

    @Test
    void carries_every_byte_both_ways_until_the_pod_ends() throws Exception {
        int port = freePort();
        CompletableFuture<Void> gate = new CompletableFuture<>();
        CompletableFuture<Ran> run =
                forward(gate, "port-forward", "hello", port + ":" + app.getLocalPort(), "--address=127.0.0.1");
        byte[] bytes = new byte[Integer.getInteger("s2ioc.test.stream.megabytes", 3) * 1024 * 1024 + 77];
        new Random(11).nextBytes(bytes);
        assertArrayEquals(bytes, say(port, bytes));
        gate.complete(null);
        assertEquals(
                new Ran(
                        1,
                        "Forwarding from 127.0.0.1:" + port + " -> " + app.getLocalPort() + "\nHandling connection for "
                                + port + "\n",
                        "error: lost connection to pod\n"),
                run.get());
        assertTrue(api.requests().contains("GET " + PODS + "/hello/portforward?ports=" + app.getLocalPort()));
    }

    @Test
    void what_is_cut_off_by_the_pods_end_is_no_failure_of_its_own() throws Exception {
        int port = freePort();
        CompletableFuture<Void> gate = new CompletableFuture<>();
        CompletableFuture<Ran> run =
                forward(gate, "port-forward", "hello", port + ":" + app.getLocalPort(), "--address=127.0.0.1");
        try (Socket open = connect(port)) {
            open.getOutputStream().write('x');
            assertEquals('x', open.getInputStream().read());
            gate.complete(null);
            assertEquals("error: lost connection to pod\n", run.get().err());
            assertEquals(-1, open.getInputStream().read());
        }
    }

    @Test
    void tells_of_a_port_where_nobody_listens_and_goes_on() throws Exception {
        int port = freePort();
        int nobody = freePort();
        CompletableFuture<Void> gate = new CompletableFuture<>();
        CompletableFuture<Ran> run = forward(gate, "port-forward", "hello", port + ":" + nobody, "--address=127.0.0.1");
        assertEquals("", new String(say(port, new byte[0]), StandardCharsets.UTF_8));
        gate.complete(null);
        assertEquals(
                "error: an error occurred forwarding " + port + " -> " + nobody + ": error forwarding port " + nobody
                        + " to pod: Connection refused\nerror: lost connection to pod\n",
                run.get().err());
    }

    @Test
    void a_port_that_is_taken_keeps_no_other_from_being_forwarded() throws Exception {
        int port = freePort();
        CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);
        String taken = app.getLocalPort() + ":80";
        CompletableFuture<Ran> run = forward(gate, "port-forward", "hello", taken, port + ":81", "--address=127.0.0.1");
        String why = "unable to listen on port " + app.getLocalPort() + " on 127.0.0.1: Address already in use";
        assertEquals(
                new Ran(
                        1,
                        "Forwarding from 127.0.0.1:" + port + " -> 81\n",
                        "error: " + why + "\nerror: lost connection to pod\n"),
                run.get());
        assertEquals(
                new Ran(1, "", "error: unable to listen on any of the requested ports: " + why + "\n"),
                api.s2ioc(dir, "port-forward", "hello", taken, "--address=127.0.0.1"));
    }

    @Test
    void finds_where_a_services_port_leads() throws Exception {
        api.on(
                "GET /api/v1/namespaces/demo/services/web",
                "{\"metadata\":{\"name\":\"web\"},\"spec\":{\"selector\":{\"app\":\"web\"},\"ports\":[{\"name\":\"http\",\"port\":80,"
                        + "\"targetPort\":\"main\"}]}}");
        String pod = PodServer.pod(
                "hello",
                "{\"name\":\"web\",\"ports\":[{\"name\":\"main\",\"containerPort\":" + app.getLocalPort() + "}]}");
        api.on("GET " + PODS + "?labelSelector=app%3Dweb&limit=500", "{\"items\":[" + pod + "]}");
        int port = freePort();
        CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);
        CompletableFuture<Ran> run = forward(gate, "port-forward", "svc/web", port + ":http", "--address=127.0.0.1");
        assertEquals(
                "Forwarding from 127.0.0.1:" + port + " -> " + app.getLocalPort() + "\n",
                run.get().out());
        assertEquals(
                new Ran(1, "", "error: Service 'web' does not have a named port 'https'\n"),
                api.s2ioc(dir, "port-forward", "svc/web", "https"));
        assertEquals(
                new Ran(1, "", "error: Service web does not have a service port 81\n"),
                api.s2ioc(dir, "port-forward", "svc/web", "81"));
    }

    @Test
    void says_what_cannot_be() {
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: TYPE/NAME and list of ports are required for port-forward\n"
                                + "See 's2ioc port-forward -h' for help and examples\n"),
                api.s2ioc(dir, "port-forward", "hello"));
        assertEquals(
                new Ran(1, "", "error: Pod 'hello' does not have a named port 'http'\n"),
                api.s2ioc(dir, "port-forward", "hello", "http"));
        assertEquals(
                new Ran(1, "", "error: remote port cannot be empty\n"), api.s2ioc(dir, "port-forward", "hello", "80:"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: unable to listen on any of the requested ports: unable to listen on port "
                                + app.getLocalPort() + " on 127.0.0.1: Address already in use\n"),
                api.s2ioc(dir, "port-forward", "hello", "--address=127.0.0.1", app.getLocalPort() + ":80"));
        api.on(
                "GET " + PODS + "/slow",
                PodServer.pod("slow", "{\"name\":\"web\"}").replace("Running", "Pending"));
        assertEquals(
                new Ran(1, "", "error: unable to forward port because pod is not running. Current status=Pending\n"),
                api.s2ioc(dir, "port-forward", "slow", "80"));
        assertEquals(List.of(), api.sizes());
    }
}
