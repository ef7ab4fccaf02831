package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.s2ioc.Main;
import dev.s2ioc.console.Streams;
import dev.s2ioc.console.Surroundings;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** proxy passes on what it may, as the session's user, and answers as they come. */
class ProxyCommandTest {
    @TempDir
    Path dir;

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch secondEvent = new CountDownLatch(1);
    private final List<Thread> proxies = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer upstream;

    @BeforeEach
    void start_a_server() throws IOException {
        upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        upstream.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        upstream.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + exchange.getRequestHeaders().getFirst("X-Mine") + " " + body.length);
            byte[] answer = "no such thing\n".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Warning", "299 - \"old\"");
            exchange.sendResponseHeaders(404, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        upstream.createContext("/watch", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            out.flush();
            try {
                secondEvent.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            out.write("event\n".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        upstream.start();
    }

    @AfterEach
    void stop_everything() throws InterruptedException {
        secondEvent.countDown();
        for (Thread proxy : proxies) {
            proxy.interrupt();
            proxy.join();
        }
        upstream.stop(0);
        http.close();
    }

    private String[] arguments(String... words) {
        return Stream.concat(
                        Stream.of(
                                "--server=http://127.0.0.1:"
                                        + upstream.getAddress().getPort() + "/below",
                                "--token=sesame",
                                "proxy"),
                        Stream.of(words))
                .toArray(String[]::new);
    }

    /** Starts a proxy and returns where it says that it serves. */
    private String proxy(String... words) throws IOException {
        PipedInputStream said = new PipedInputStream();
        PrintStream out = new PrintStream(new PipedOutputStream(said), true, StandardCharsets.UTF_8);
        Streams streams = Streams.plain(InputStream.nullInputStream(), out, out);
        Surroundings surroundings = new Surroundings(Map.of("HOME", dir.toString()), dir, Clock.systemUTC());
        proxies.add(Thread.ofPlatform().start(() -> Main.run(streams, surroundings, arguments(words))));
        StringBuilder line = new StringBuilder();
        for (int c = said.read(); c >= 0 && c != '\n'; c = said.read()) {
            line.append((char) c);
        }
        String start = "Starting to serve on ";
        assertTrue(line.toString().startsWith(start), line.toString());
        return line.substring(start.length());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder get(String place, String path) {
        return HttpRequest.newBuilder(URI.create("http://" + place + path));
    }

    @Test
    void adds_the_credentials_and_changes_nothing_else() throws Exception {
        String place = proxy("--port=0");
        assertTrue(place.matches("127\\.0\\.0\\.1:[0-9]+"), place);
        HttpResponse<String> answer = send(get(place, "/api/v1/pods%2Fx?a=%20b&c=d+e")
                .header("X-Mine", "1")
                .header("Authorization", "Bearer other")
                .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(new byte[3_000_000])));
        assertEquals(404, answer.statusCode());
        assertEquals("no such thing\n", answer.body());
        assertEquals("299 - \"old\"", answer.headers().firstValue("Warning").orElse(""));
        assertEquals(List.of("PATCH /api/v1/pods%2Fx?a=%20b&c=d+e Bearer sesame 1 3000000"), asked);
    }

    @Test
    void passes_on_what_comes_when_it_comes() throws Exception {
        String place = proxy("--port=0");
        HttpResponse<InputStream> answer =
                http.send(get(place, "/watch").build(), HttpResponse.BodyHandlers.ofInputStream());
        assertEquals(200, answer.statusCode());
        secondEvent.countDown();
        assertEquals("event\n", new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
    }

    @Test
    void refuses_what_a_web_page_could_do_harm_with() throws Exception {
        String place = proxy("--port=0", "--reject-methods=DELETE,PUT");
        String exec = "/api/v1/namespaces/demo/pods/hello/exec";
        assertEquals(403, send(get(place, exec)).statusCode());
        assertEquals(403, send(get(place, exec.replace("exec", "%65xec"))).statusCode());
        assertEquals(403, send(get(place, "/x/.." + exec)).statusCode());
        assertEquals(403, send(get(place, "/api").DELETE()).statusCode());
        String port = place.substring(place.indexOf(':'));
        assertEquals(404, send(get("localhost" + port, "/api")).statusCode());
        assertEquals(
                403,
                send(get("localhost" + port, "/api/v1/pods/a/pods/b/attach")).statusCode());
        assertEquals(List.of("GET /api Bearer sesame null 0"), asked);
    }

    @Test
    void refuses_other_hosts_unless_told_not_to() throws Exception {
        String filtered = proxy("--port=0", "--accept-hosts=^elsewhere$");
        assertEquals(
                new Ran(403, "Forbidden\n", ""),
                new Ran(
                        send(get(filtered, "/api")).statusCode(),
                        send(get(filtered, "/api")).body(),
                        ""));
        String open = proxy("--unix-socket=open.sock", "--disable-filter", "--accept-hosts=^elsewhere$");
        assertEquals("open.sock", open);
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve("open.sock"))));
        try (SocketChannel socket = SocketChannel.open(UnixDomainSocketAddress.of(dir.resolve("open.sock")))) {
            socket.write(ByteBuffer.wrap("GET /api/v1/namespaces/demo/pods/hello/exec HTTP/1.1\r\nHost: any\r\n\r\n"
                    .getBytes(StandardCharsets.UTF_8)));
            ByteBuffer answer = ByteBuffer.allocate(12);
            while (answer.hasRemaining() && socket.read(answer) >= 0) {
                continue;
            }
            assertEquals("HTTP/1.1 404", new String(answer.array(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void serves_files_beside_the_api() throws Exception {
        Files.createDirectories(dir.resolve("pages/more dir"));
        Files.writeString(dir.resolve("pages/more dir/a.txt"), "A");
        Files.writeString(dir.resolve("secret"), "S");
        String place =
                proxy("--port=0", "--www=pages", "--www-prefix=/my", "--api-prefix=/k8s", "--append-server-path");
        assertEquals("A", send(get(place, "/my/more%20dir/a.txt")).body());
        assertTrue(send(get(place, "/my/")).body().contains("<a href=\"./more%20dir/\">more dir/</a>"));
        assertEquals(301, send(get(place, "/my/more%20dir")).statusCode());
        assertEquals(404, send(get(place, "/my/%2e%2e/secret")).statusCode());
        assertEquals(404, send(get(place, "/api/v1")).statusCode());
        assertEquals(404, send(get(place, "/k8s/api/v1")).statusCode());
        assertEquals(List.of("GET /below/api/v1 Bearer sesame null 0"), asked);
    }

    @Test
    void says_that_it_carries_no_other_protocol() throws Exception {
        String place = proxy("--port=0");
        try (java.net.Socket socket = new java.net.Socket("127.0.0.1", Integer.parseInt(place.split(":")[1]))) {
            socket.getOutputStream()
                    .write(("GET /api HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: SPDY/3.1\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            assertEquals("HTTP/1.1 501", new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8));
        }
        assertEquals(List.of(), asked);
    }

    @Test
    void tells_why_it_cannot_serve() throws Exception {
        Run run = Run.in(dir);
        int taken = upstream.getAddress().getPort();
        Ran inUse = run.s2ioc(arguments("--port=" + taken));
        assertEquals(1, inUse.code());
        assertTrue(inUse.err().startsWith("error: cannot listen on 127.0.0.1:" + taken + ": "), inUse.err());
        assertEquals(
                new Ran(1, "", "error: cannot set --unix-socket and --port at the same time\n"),
                run.s2ioc(arguments("--port=1", "-u", "x")));
        assertEquals(new Ran(1, "", "error: there is no directory none\n"), run.s2ioc(arguments("--www=none")));
        assertEquals(
                new Ran(1, "", "error: \"(\" is not a regular expression: Unclosed group\n"),
                run.s2ioc(arguments("--accept-paths=(")));
    }
}
