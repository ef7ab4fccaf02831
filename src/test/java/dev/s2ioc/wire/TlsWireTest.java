package dev.s2ioc.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.s2ioc.testing.RawServer;
import dev.s2ioc.testing.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TLS by BoringSSL with the JDK's at the other end. */
@Timeout(180)
class TlsWireTest {
    private static final Outgoing GET = new Outgoing("GET", "/", List.of(), Optional.empty());

    @Test
    void this_machine_has_it() {
        assertTrue(BoringSsl.isThere());
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.3, EC", "TLSv1.3, RSA", "TLSv1.2, EC", "TLSv1.2, RSA"})
    void large_bodies_go_both_ways(String protocol, String algorithm) throws Exception {
        TestCertificate certificate = TestCertificate.forAddress("127.0.0.1", algorithm);
        byte[] body = new byte[3_000_001];
        new Random(7).nextBytes(body);
        HttpsServer server = echo(certificate, protocol, false);
        try (Wire wire = wire(server, is(certificate), Optional.empty())) {
            for (int round = 0; round < 2; round++) {
                Incoming answer = wire.exchange(new Outgoing("POST", "/", List.of(), Optional.of(body)), Duration.ZERO);
                assertArrayEquals(body, answer.body().readAllBytes());
            }
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"RSA, true", "RSA, false", "EC, true", "EC, false"})
    void a_client_shows_its_certificate(String algorithm, boolean pkcs8) throws Exception {
        TestCertificate certificate = TestCertificate.forAddress("127.0.0.1", "EC");
        TestCertificate client = TestCertificate.forAddress("127.0.0.1", algorithm);
        HttpsServer server = echo(certificate, "TLSv1.3", true);
        byte[] key = pkcs8 ? client.pkcs8Key() : client.traditionalKey();
        try (Wire wire = wire(server, is(certificate), Optional.of(new TlsSettings.Identity(client.pem(), key)))) {
            assertEquals(200, wire.exchange(GET, Duration.ZERO).code());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_key_that_is_none_is_refused_at_once() {
        TestCertificate client = TestCertificate.forAddress("127.0.0.1", "EC");
        TlsSettings settings =
                new TlsSettings(chain -> true, Optional.of(new TlsSettings.Identity(client.pem(), new byte[] {'x'})));
        assertThrows(IOException.class, () -> Wire.secure(URI.create("https://127.0.0.1:1"), settings));
    }

    @Test
    void a_server_that_is_not_trusted_hears_nothing() throws Exception {
        TestCertificate certificate = TestCertificate.forAddress("127.0.0.1", "EC");
        HttpsServer server = echo(certificate, "TLSv1.3", false);
        try (Wire wire = wire(server, chain -> false, Optional.empty())) {
            assertThrows(NoHandshakeException.class, () -> wire.exchange(GET, Duration.ZERO));
            assertThrows(NoHandshakeException.class, () -> wire.exchange(GET, Duration.ZERO));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_server_that_does_not_speak_tls_is_no_agreement() throws IOException {
        TlsSettings settings = new TlsSettings(chain -> true, Optional.empty());
        try (RawServer server = RawServer.saying("HTTP/1.1 400 Bad Request\r\n\r\n");
                Wire wire = Wire.secure(URI.create("https://" + server.hostAndPort()), settings)
                        .orElseThrow()) {
            assertThrows(NoHandshakeException.class, () -> wire.exchange(GET, Duration.ZERO));
        }
    }

    private static Predicate<List<byte[]>> is(TestCertificate certificate) throws CertificateEncodingException {
        byte[] expected = certificate.certificate().getEncoded();
        return chain -> Arrays.equals(expected, chain.getFirst());
    }

    private static Wire wire(
            HttpsServer server, Predicate<List<byte[]>> trusted, Optional<TlsSettings.Identity> identity)
            throws IOException {
        URI address = URI.create("https://127.0.0.1:" + server.getAddress().getPort());
        return Wire.secure(address, new TlsSettings(trusted, identity)).orElseThrow();
    }

    private static HttpsServer echo(TestCertificate certificate, String protocol, boolean wantsClient)
            throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(
                new HttpsConfigurator(certificate.serverContext(new TrustManager[] {new Anybody()})) {
                    @Override
                    public void configure(HttpsParameters parameters) {
                        SSLParameters tls = getSSLContext().getDefaultSSLParameters();
                        tls.setProtocols(new String[] {protocol});
                        tls.setNeedClientAuth(wantsClient);
                        parameters.setSSLParameters(tls);
                    }
                });
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }
}
