package dev.s2ioc.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.kubeconfig.ClientConfig;
import dev.s2ioc.kubeconfig.Credentials;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.RawServer;
import dev.s2ioc.testing.Run;
import dev.s2ioc.testing.Sessions;
import dev.s2ioc.testing.TestCertificate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that are not there, not who they should be, or fall silent: each failure has its name. */
@Timeout(180)
class ConnectionTest {
    private static final Talk SILENT =
            new Talk(new PrintStream(OutputStream.nullOutputStream()), 0, false, Clock.systemUTC());

    @TempDir
    Path home;

    @Test
    void nobody_listens() throws IOException {
        String server;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server = "127.0.0.1:" + socket.getLocalPort();
        }
        assertEquals(
                new Ran(
                        1,
                        "",
                        "The connection to the server " + server
                                + " was refused - did you specify the right host or port?\n"),
                Run.in(home).s2ioc("--server=https://" + server, "get", "is"));
    }

    @Test
    void an_unknown_host() {
        ConnectionException failure = failure(ClientConfig.of(URI.create("http://no-such-host.invalid"), "demo"));
        assertEquals(ConnectionException.Kind.UNKNOWN_HOST, failure.kind());
        assertEquals("lookup no-such-host.invalid: no such host", failure.getMessage());
    }

    @Test
    void only_the_given_authority_is_trusted() throws IOException {
        TestCertificate mine = TestCertificate.forAddress("127.0.0.1", "EC");
        TestCertificate another = TestCertificate.forAddress("127.0.0.1", "EC");
        String ok = RawServer.answer("{\"ok\":true}");
        try (RawServer server = RawServer.saying(mine.serverContext().getServerSocketFactory(), ok, "", "", ok)) {
            assertEquals(true, answer(config(server, trusting(mine))).path("ok").asBoolean());
            ConnectionException failure = failure(config(server, trusting(another)));
            assertEquals(ConnectionException.Kind.UNTRUSTED, failure.kind());
            assertEquals("certificate signed by unknown authority", failure.getMessage());
            assertEquals(
                    ConnectionException.Kind.UNTRUSTED,
                    failure(config(server, ClientConfig.Tls.SYSTEM)).kind());
            ClientConfig.Tls anybody = new ClientConfig.Tls(Optional.empty(), true);
            assertEquals(true, answer(config(server, anybody)).path("ok").asBoolean());
        }
    }

    @Test
    void a_certificate_of_another_host() {
        TestCertificate elsewhere = TestCertificate.forAddress("10.1.2.3", "RSA");
        try (RawServer server = RawServer.saying(elsewhere.serverContext().getServerSocketFactory(), "")) {
            ConnectionException failure = failure(config(server, trusting(elsewhere)));
            assertEquals(ConnectionException.Kind.UNTRUSTED, failure.kind());
            assertEquals("No subject alternative names matching IP address 127.0.0.1 found", failure.getMessage());
        }
    }

    @Test
    void a_server_without_tls() {
        try (RawServer server = RawServer.saying("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            ConnectionException failure =
                    failure(ClientConfig.of(URI.create("https://" + server.hostAndPort()), "demo"));
            assertEquals(ConnectionException.Kind.BROKEN, failure.kind());
            assertEquals("http: server gave HTTP response to HTTPS client", failure.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA traditional", "RSA pkcs8", "EC traditional", "EC pkcs8"})
    void a_client_certificate_in_every_form(String form) throws Exception {
        TestCertificate server = TestCertificate.forAddress("127.0.0.1", "EC");
        TestCertificate client = TestCertificate.forAddress("127.0.0.1", form.split(" ")[0]);
        byte[] key = form.endsWith("pkcs8") ? client.pkcs8Key() : client.traditionalKey();
        KeyStore clients = KeyStore.getInstance(KeyStore.getDefaultType());
        clients.load(null, null);
        clients.setCertificateEntry("client", client.certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(clients);
        try (SSLServerSocket socket = (SSLServerSocket) server.serverContext(trust.getTrustManagers())
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            socket.setNeedClientAuth(true);
            CompletableFuture<String> peer = CompletableFuture.supplyAsync(
                    () -> answerOnce(socket),
                    task -> Thread.ofPlatform().daemon().start(task));
            ClientConfig plain = new ClientConfig(
                    URI.create("https://127.0.0.1:" + socket.getLocalPort()),
                    "demo",
                    Optional.empty(),
                    trusting(server),
                    certificate(client.pem(), key),
                    ClientConfig.Impersonation.NONE,
                    Duration.ZERO,
                    Optional.empty());
            assertEquals(true, answer(plain).path("ok").asBoolean());
            assertEquals("CN=test", peer.get());
        }
    }

    private static String answerOnce(SSLServerSocket socket) {
        try (Socket connection = socket.accept()) {
            connection.getInputStream().read();
            connection.getOutputStream().write(RawServer.answer("{\"ok\":true}").getBytes(StandardCharsets.UTF_8));
            return ((SSLSocket) connection).getSession().getPeerPrincipal().getName();
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static Credentials certificate(byte[] certificate, byte[] key) {
        return new Credentials() {
            @Override
            public Optional<ClientCertificate> certificate() {
                return Optional.of(new ClientCertificate(certificate, key));
            }
        };
    }

    @Test
    void a_connection_that_breaks_before_the_answer_is_tried_again() {
        try (RawServer server = RawServer.saying("", "", RawServer.answer("{\"ok\":true}"));
                Session session = Sessions.with("http://" + server.hostAndPort())) {
            assertEquals(true, session.json(Request.get("/x")).path("ok").asBoolean());
        }
    }

    @Test
    void what_changes_something_is_not_sent_twice() {
        try (RawServer server = RawServer.saying("", RawServer.answer("{}"));
                Session session = Sessions.with("http://" + server.hostAndPort())) {
            ConnectionException failure =
                    assertThrows(ConnectionException.class, () -> session.json(Request.post("/x", Json.object())));
            assertEquals(ConnectionException.Kind.BROKEN, failure.kind());
        }
    }

    @Test
    void an_answer_that_breaks_in_the_middle() {
        try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half\":");
                Session session = Sessions.with("http://" + server.hostAndPort())) {
            ConnectionException failure =
                    assertThrows(ConnectionException.class, () -> session.json(Request.get("/x")));
            assertEquals(ConnectionException.Kind.BROKEN, failure.kind());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half\":"})
    void a_server_that_falls_silent(String beginning) {
        try (RawServer server = RawServer.saying(beginning + RawServer.SILENCE)) {
            ClientConfig patient = ClientConfig.of(URI.create("http://" + server.hostAndPort()), "demo");
            ConnectionException failure = failure(new ClientConfig(
                    patient.server(),
                    "demo",
                    Optional.empty(),
                    patient.tls(),
                    patient.credentials(),
                    patient.impersonation(),
                    Duration.ofMillis(300),
                    Optional.empty()));
            assertEquals(ConnectionException.Kind.TIMED_OUT, failure.kind());
        }
    }

    @Test
    void closing_a_stream_wakes_its_reader() throws Exception {
        try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\n\r\nline\n" + RawServer.SILENCE);
                Session session = Sessions.with("http://" + server.hostAndPort())) {
            Answer stream = session.stream(Request.get("/x").asStream());
            assertEquals('l', stream.body().read());
            CompletableFuture<Object> reader = CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return stream.body().readAllBytes().length;
                        } catch (IOException e) {
                            return e;
                        }
                    },
                    task -> Thread.ofPlatform().daemon().start(task));
            stream.close();
            assertTrue(reader.get() != null);
        }
    }

    @Test
    void secrets_are_not_shown_at_any_level() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (RawServer server = RawServer.saying(RawServer.answer("{\"kind\":\"Secret\",\"data\":{\"p\":\"c2VjcmV0\"},"
                + "\"stringData\":{\"a\":\"sec}ret\",\"b\":\"se\\\"cret\"},\"secret\":\"secret\","
                + "\"status\":{\"token\":\"secret\"}}"))) {
            ClientConfig plain = ClientConfig.of(URI.create("http://" + server.hostAndPort()), "demo");
            ClientConfig config = new ClientConfig(
                    plain.server(),
                    "demo",
                    Optional.empty(),
                    plain.tls(),
                    Credentials.ofToken("sha256~secret"),
                    plain.impersonation(),
                    Duration.ZERO,
                    Optional.empty());
            Talk talk = new Talk(new PrintStream(said, true, StandardCharsets.UTF_8), 10, false, Clock.systemUTC());
            try (Session session = new Session(config, talk)) {
                session.json(Request.post("/x", Json.object().put("password", "my secret")));
            }
        }
        String text = said.toString(StandardCharsets.UTF_8)
                .replaceAll("(?m)^I[^]]*] ", "")
                .replaceAll("[0-9]+ milliseconds", "N milliseconds")
                .replaceAll("127\\.0\\.0\\.1:[0-9]+", "HOST")
                .replaceAll("User-Agent: [^\\n\"]*", "User-Agent: …");
        assertEquals("""
                POST http://HOST/x
                Request Headers:
                    Accept: application/json
                    Authorization: Bearer <masked>
                    Content-Type: application/json
                    User-Agent: …
                curl -v -XPOST -H "Accept: application/json" -H "Authorization: Bearer <masked>" -H "Content-Type: application/json" -H "User-Agent: …" 'http://HOST/x'
                Request Body: {"password":"REDACTED"}
                POST http://HOST/x 200 in N milliseconds
                Response Headers:
                    Connection: close
                    Content-Length: 131
                    Content-Type: application/json
                Response Body: {"kind":"Secret","data":"REDACTED","stringData":"REDACTED","secret":"REDACTED","status":{"token":"REDACTED"}}
                """, text);
    }

    private static ClientConfig.Tls trusting(TestCertificate authority) {
        return new ClientConfig.Tls(Optional.of(authority.pem()), false);
    }

    private static ClientConfig config(RawServer server, ClientConfig.Tls tls) {
        return new ClientConfig(
                URI.create("https://" + server.hostAndPort()),
                "demo",
                Optional.empty(),
                tls,
                Credentials.NONE,
                ClientConfig.Impersonation.NONE,
                Duration.ZERO,
                Optional.empty());
    }

    private static JsonNode answer(ClientConfig config) {
        try (Session session = new Session(config, SILENT)) {
            return session.json(Request.get("/x"));
        }
    }

    private static ConnectionException failure(ClientConfig config) {
        return assertThrows(ConnectionException.class, () -> answer(config));
    }
}
