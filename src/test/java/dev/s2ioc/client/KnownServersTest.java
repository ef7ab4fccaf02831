package dev.s2ioc.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.s2ioc.kubeconfig.ClientConfig;
import dev.s2ioc.testing.RawServer;
import dev.s2ioc.testing.TestCertificate;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server is judged once, by the JDK; afterwards the same certificates are known, and only these. */
@Timeout(180)
class KnownServersTest {
    private static final String OK = RawServer.answer("{\"ok\":true}");

    private final TestCertificate mine = TestCertificate.forAddress("127.0.0.1", "EC");
    private final TestCertificate another = TestCertificate.forAddress("127.0.0.1", "EC");

    @TempDir
    Path directory;

    private KnownServers known;

    @BeforeEach
    void keep() {
        known = KnownServers.in(directory.resolve("servers"), Clock.systemUTC());
    }

    @Test
    void a_valid_server_is_known_from_then_on() throws IOException {
        try (RawServer server = server(mine, OK, OK)) {
            ClientConfig config = config(server, mine);
            assertTrue(WireCarrier.to(config, known).isEmpty());
            assertEquals(true, ask(config));
            assertTrue(WireCarrier.to(config, known).isPresent());
            assertEquals(true, ask(config));
        }
        try (var files = Files.list(directory.resolve("servers"))) {
            List<Path> kept = files.toList();
            assertEquals(1, kept.size());
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.getFirst())));
        }
    }

    @Test
    void other_authorities_judge_anew() {
        try (RawServer server = server(mine, OK, "", "")) {
            assertEquals(true, ask(config(server, mine)));
            assertTrue(known.chain(config(server, another)).isEmpty());
            assertUntrusted(config(server, another));
        }
    }

    @Test
    void another_name_of_the_same_server_is_judged_anew() {
        try (RawServer server = server(mine, OK, "", "")) {
            ClientConfig config = config(server, mine);
            assertEquals(true, ask(config));
            ClientConfig renamed =
                    config.withServer(URI.create(config.server().toString().replace("127.0.0.1", "localhost")));
            assertTrue(known.chain(renamed).isEmpty());
            assertUntrusted(renamed);
        }
    }

    @Test
    void a_known_server_that_shows_another_certificate_is_judged_anew() {
        ClientConfig config;
        try (RawServer server = server(mine, OK)) {
            config = config(server, mine);
            assertEquals(true, ask(config));
        }
        try (RawServer server = server(another, "", "", "", "")) {
            // What is known of the one is put in the place of the other.
            ClientConfig other = config.withServer(URI.create("https://" + server.hostAndPort()));
            known.remember(other, new X509Certificate[] {mine.certificate()});
            assertTrue(WireCarrier.to(other, known).isPresent());
            assertUntrusted(other);
        }
    }

    @Test
    void nothing_is_known_longer_than_the_certificate_is_valid() {
        try (RawServer server = server(mine, OK)) {
            ClientConfig config = config(server, mine);
            assertEquals(true, ask(config));
            KnownServers tomorrow =
                    KnownServers.in(directory.resolve("servers"), Clock.offset(Clock.systemUTC(), Duration.ofDays(2)));
            assertTrue(known.chain(config).isPresent());
            assertFalse(tomorrow.chain(config).isPresent());
        }
    }

    @Test
    void a_file_that_is_damaged_is_as_none() throws IOException {
        try (RawServer server = server(mine, OK, OK)) {
            ClientConfig config = config(server, mine);
            assertEquals(true, ask(config));
            try (var files = Files.list(directory.resolve("servers"))) {
                Path kept = files.findFirst().orElseThrow();
                Files.writeString(kept, Files.readString(kept).replaceAll("(?m)^[0-9]+$", "soon"));
            }
            assertTrue(known.chain(config).isEmpty());
            assertEquals(true, ask(config));
        }
    }

    private boolean ask(ClientConfig config) {
        try (Session session = session(config)) {
            return session.json(Request.get("/x")).path("ok").asBoolean();
        }
    }

    private void assertUntrusted(ClientConfig config) {
        try (Session session = session(config)) {
            ConnectionException failure =
                    assertThrows(ConnectionException.class, () -> session.json(Request.get("/x")));
            assertEquals(ConnectionException.Kind.UNTRUSTED, failure.kind());
        }
    }

    private Session session(ClientConfig config) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        return new Session(config, new Talk(nowhere, 0, false, Clock.systemUTC()), known);
    }

    private static RawServer server(TestCertificate certificate, String... scripts) {
        return RawServer.saying(certificate.serverContext().getServerSocketFactory(), scripts);
    }

    private static ClientConfig config(RawServer server, TestCertificate authority) {
        return ClientConfig.of(URI.create("https://" + server.hostAndPort()), "demo")
                .withTls(new ClientConfig.Tls(Optional.of(authority.pem()), false));
    }
}
