package dev.s2ioc.cluster.network.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.s2ioc.cluster.network.NetworkCluster;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A caller's connection to the router is good for many requests. */
@Timeout(60)
class KeptConnectionsTest {
    private static final String ROUTES = "/apis/route.openshift.io/v1/namespaces/demo/routes";
    private static final String HOST = "app.apps.localhost";

    private NetworkCluster cluster;
    private HttpServer service;

    @BeforeEach
    void start(@TempDir Path directory) throws Exception {
        cluster = new NetworkCluster(directory);
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", KeptConnectionsTest::echo);
        service.start();
        cluster.post(
                "/api/v1/namespaces/demo/services",
                "{\"metadata\":{\"name\":\"app\"},\"spec\":{\"ports\":[{\"port\":80}]}}");
        cluster.post("/api/v1/namespaces/demo/endpoints", """
                {"metadata":{"name":"app"},"subsets":[{"addresses":[{"ip":"127.0.0.1"}],"ports":[{"port":%d}]}]}""".formatted(
                        service.getAddress().getPort()));
        cluster.post(
                ROUTES,
                "{\"metadata\":{\"name\":\"app\"},\"spec\":{\"host\":\"" + HOST + "\",\"to\":{\"name\":\"app\"}}}");
        while (!admitted()) {
            Thread.sleep(25);
        }
    }

    private boolean admitted() {
        return cluster.get(ROUTES + "/app")
                .body()
                .at("/status/ingress/0/conditions/0/status")
                .asText()
                .equals("True");
    }

    @AfterEach
    void stop() {
        service.stop(0);
        cluster.close();
        assertEquals(List.of(), cluster.failures);
    }

    /** With a length, or in chunks where the path says so. */
    private static void echo(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String said = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body;
            boolean head = exchange.getRequestMethod().equals("HEAD");
            boolean chunked = exchange.getRequestURI().getPath().startsWith("/chunked");
            exchange.sendResponseHeaders(200, head ? -1 : chunked ? 0 : said.length());
            if (!head) {
                exchange.getResponseBody().write(said.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static String ask(Socket socket, InputStream in, String method, String path, String more)
            throws IOException {
        String request = method + " " + path + " HTTP/1.1\r\nHost: " + HOST + "\r\n" + more;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        ResponseHead head = ResponseHead.read(in);
        assertTrue(head.fields().stream().noneMatch(field -> field.is("Connection")), head.toString());
        String body = new String(head.body(in, method).readAllBytes(), StandardCharsets.ISO_8859_1);
        return head.line() + " " + body;
    }

    @Test
    void one_request_follows_another() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", cluster.routes.port())) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            assertEquals("HTTP/1.1 200 OK GET /one ", ask(socket, in, "GET", "/one", "\r\n"));
            assertEquals(
                    "HTTP/1.1 200 OK POST /two hello",
                    ask(socket, in, "POST", "/two", "Content-Length: 5\r\n\r\nhello"));
            assertEquals(
                    "HTTP/1.1 200 OK 16\r\nPOST /chunked 12345678\r\n0\r\n\r\n",
                    ask(
                            socket,
                            in,
                            "POST",
                            "/chunked",
                            "Transfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n3\r\n678\r\n0\r\n\r\n"));
            assertEquals("HTTP/1.1 200 OK ", ask(socket, in, "HEAD", "/three", "\r\n"));
            assertEquals("HTTP/1.1 200 OK GET /four ", ask(socket, in, "GET", "/four", "\r\n"));
        }
    }

    @Test
    void two_that_are_asked_at_once_are_answered_in_turn() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", cluster.routes.port())) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            String second = "GET /second HTTP/1.1\r\nHost: " + HOST + "\r\n\r\n";
            assertEquals("HTTP/1.1 200 OK GET /first ", ask(socket, in, "GET", "/first", "\r\n" + second));
            ResponseHead head = ResponseHead.read(in);
            assertEquals("GET /second ", new String(head.body(in, "GET").readAllBytes(), StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void who_wants_no_more_is_hung_up_on_and_so_is_who_is_left_when_the_router_ends() throws Exception {
        try (Socket last = new Socket("127.0.0.1", cluster.routes.port());
                Socket left = new Socket("127.0.0.1", cluster.routes.port())) {
            String close = "GET /last HTTP/1.1\r\nHost: " + HOST + "\r\nConnection: close\r\n\r\n";
            last.getOutputStream().write(close.getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(last.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertTrue(answer.endsWith("GET /last "), answer);
            InputStream in = new BufferedInputStream(left.getInputStream());
            ask(left, in, "GET", "/left", "\r\n");
            cluster.routes.close();
            assertEquals(-1, in.read());
        }
    }
}
