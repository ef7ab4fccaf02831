package dev.s2ioc.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.s2ioc.testing.RawServer;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HTTP/1.1 as servers may speak it, well and badly. */
@Timeout(180)
class WireTest {
    private static final Outgoing GET = new Outgoing("GET", "/x", List.of(), Optional.empty());

    @ParameterizedTest
    @CsvSource(textBlock = """
            Content-Length: 5\\r\\n\\r\\nhello, hello
            Transfer-Encoding: chunked\\r\\n\\r\\n2\\r\\nhe\\r\\n3;note=x\\r\\nllo\\r\\n0\\r\\nTrailer: x\\r\\n\\r\\n, hello
            X: y\\r\\n\\r\\nhello, hello
            Content-Length: 0\\r\\n\\r\\n, ''
            Transfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n, ''
            """)
    void a_body_ends_where_the_answer_says(String rest, String body) throws IOException {
        try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\n" + unescaped(rest));
                Wire wire = wire(server)) {
            Incoming answer = wire.exchange(GET, Duration.ZERO);
            assertEquals(200, answer.code());
            assertEquals(body, text(answer));
        }
    }

    @ParameterizedTest
    @CsvSource({"HEAD,200", "GET,204", "GET,304"})
    void some_answers_have_no_body_whatever_their_head_says(String method, int code) throws IOException {
        try (RawServer server =
                        RawServer.saying("HTTP/1.1 " + code + " X\r\nContent-Length: 5\r\n\r\n" + RawServer.SILENCE);
                Wire wire = wire(server)) {
            Incoming answer = wire.exchange(new Outgoing(method, "/x", List.of(), Optional.empty()), Duration.ZERO);
            assertEquals(code, answer.code());
            assertEquals("", text(answer));
        }
    }

    @Test
    void what_comes_before_the_answer_is_passed_over() throws IOException {
        try (RawServer server = RawServer.saying("HTTP/1.1 102 Processing\r\nA: b\r\n\r\n" + RawServer.answer("{}"));
                Wire wire = wire(server)) {
            assertEquals("{}", text(wire.exchange(GET, Duration.ZERO)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Length: 5\\r\\n\\r\\nhel",
        "Transfer-Encoding: chunked\\r\\n\\r\\n5\\r\\nhel",
        "Transfer-Encoding: chunked\\r\\n\\r\\n3\\r\\nhel\\r\\n"
    })
    void what_came_of_a_cut_answer_can_be_read_before_the_cut_is_told(String rest) throws IOException {
        try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\n" + unescaped(rest));
                Wire wire = wire(server)) {
            Incoming answer = wire.exchange(GET, Duration.ZERO);
            assertEquals("hel", new String(answer.body().readNBytes(3), StandardCharsets.UTF_8));
            assertThrows(EOFException.class, () -> answer.body().read());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SSH-2.0-OpenSSH_9.2\\r\\n\\r\\n",
        "HTTP/1.1 20 OK\\r\\n\\r\\n",
        "HTTP/1.1 200 OK\\r\\nno colon\\r\\n\\r\\n",
        "HTTP/1.1 200 OK\\r\\nContent-Length: many\\r\\n\\r\\n",
        "HTTP/1.1 200 OK\\r\\nContent-Length: 1\\r\\nContent-Length: 2\\r\\n\\r\\n"
    })
    void what_is_not_http_is_said(String answer) throws IOException {
        try (RawServer server = RawServer.saying(unescaped(answer));
                Wire wire = wire(server)) {
            assertThrows(ProtocolException.class, () -> wire.exchange(GET, Duration.ZERO));
        }
    }

    @ParameterizedTest
    @CsvSource({"x\\r\\n", "-1\\r\\n", "1\\r\\nabc\\r\\n0\\r\\n\\r\\n", "FFFFFFFFFFFFFFFFF\\r\\n"})
    void chunks_without_a_true_length_are_said(String chunks) throws IOException {
        try (RawServer server =
                        RawServer.saying("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + unescaped(chunks));
                Wire wire = wire(server)) {
            Incoming answer = wire.exchange(GET, Duration.ZERO);
            assertThrows(ProtocolException.class, () -> answer.body().readAllBytes());
        }
    }

    @Test
    void a_head_without_end_is_not_read_for_ever() throws IOException {
        String line = "A: " + "b".repeat(1000) + "\r\n";
        try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\n" + line.repeat(400) + RawServer.SILENCE);
                Wire wire = wire(server)) {
            assertThrows(ProtocolException.class, () -> wire.exchange(GET, Duration.ZERO));
        }
    }

    @Test
    void a_silent_server_is_waited_for_as_long_as_wanted() throws IOException {
        try (RawServer server = RawServer.saying(RawServer.SILENCE);
                Wire wire = wire(server)) {
            assertThrows(HttpTimeoutException.class, () -> wire.exchange(GET, Duration.ofMillis(50)));
        }
    }

    @Test
    void who_waits_for_a_body_can_be_interrupted() throws Exception {
        try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nh" + RawServer.SILENCE);
                Wire wire = wire(server)) {
            CountDownLatch started = new CountDownLatch(1);
            FutureTask<Boolean> reading = new FutureTask<>(() -> {
                Incoming answer = wire.exchange(GET, Duration.ZERO);
                answer.body().read();
                started.countDown();
                assertThrows(IOException.class, () -> answer.body().read());
                return Thread.interrupted();
            });
            Thread reader = Thread.ofPlatform().start(reading);
            started.await();
            reader.interrupt();
            assertTrue(reading.get());
        }
    }

    @Test
    void closing_wakes_who_waits() throws Exception {
        try (RawServer server = RawServer.saying(RawServer.SILENCE)) {
            Wire wire = wire(server);
            FutureTask<IOException> waiting =
                    new FutureTask<>(() -> assertThrows(IOException.class, () -> wire.exchange(GET, Duration.ZERO)));
            Thread thread = Thread.ofPlatform().start(waiting);
            while (!thread.getState().equals(Thread.State.RUNNABLE)) {
                Thread.onSpinWait();
            }
            Thread.sleep(50);
            wire.close();
            waiting.get();
        }
    }

    @Test
    void a_line_break_in_a_header_is_not_sent() throws IOException {
        try (RawServer server = RawServer.saying(RawServer.answer("{}"));
                Wire wire = wire(server)) {
            Outgoing outgoing = new Outgoing("GET", "/x", List.of(new Header("A", "b\r\nC: d")), Optional.empty());
            assertThrows(IllegalArgumentException.class, () -> wire.exchange(outgoing, Duration.ZERO));
        }
    }

    @Test
    void a_connection_is_used_again_when_its_answer_was_read() throws IOException {
        Set<InetSocketAddress> callers = ConcurrentHashMap.newKeySet();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            callers.add(exchange.getRemoteAddress());
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, exchange.getRequestMethod().equals("POST") ? body.length : 0);
            exchange.getResponseBody().write(body.length == 0 ? new byte[] {'x'} : body);
            exchange.close();
        });
        server.start();
        try (Wire wire =
                Wire.plain(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))) {
            assertEquals("x", text(wire.exchange(GET, Duration.ZERO)));
            byte[] sent = "abc".getBytes(StandardCharsets.UTF_8);
            assertEquals(
                    "abc", text(wire.exchange(new Outgoing("POST", "/", List.of(), Optional.of(sent)), Duration.ZERO)));
            assertEquals(1, callers.size());
            Incoming unread = wire.exchange(GET, Duration.ZERO);
            assertEquals("x", text(wire.exchange(GET, Duration.ZERO)));
            unread.body().close();
            assertEquals(2, callers.size());
        } finally {
            server.stop(0);
        }
    }

    private static Wire wire(RawServer server) {
        return Wire.plain(URI.create("http://" + server.hostAndPort()));
    }

    private static String text(Incoming answer) throws IOException {
        return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String unescaped(String text) {
        return text.replace("\\r\\n", "\r\n");
    }
}
