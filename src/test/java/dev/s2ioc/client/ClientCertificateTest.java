package dev.s2ioc.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.s2ioc.kubeconfig.ClientConfig;
import dev.s2ioc.kubeconfig.Credentials;
import dev.s2ioc.testing.SelfSigned;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client certificate is shown to a server that wants one, in every form that its key may have. */
class ClientCertificateTest {

    @ParameterizedTest
    @CsvSource({"RSA, false", "RSA, true", "EC, false", "EC, true", "Ed25519, true"})
    void the_server_sees_the_certificate(String algorithm, boolean pkcs8) throws Exception {
        SelfSigned client = SelfSigned.create(algorithm);
        SelfSigned server = SelfSigned.create("EC").trusting(client);
        HttpsServer https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(server.context()) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters ssl = getSSLContext().getDefaultSSLParameters();
                ssl.setNeedClientAuth(true);
                parameters.setSSLParameters(ssl);
            }
        });
        https.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(204, -1);
            }
        });
        https.start();
        try (Session session = session(https, server, client, client.key(pkcs8))) {
            assertEquals(0, session.bytes(Request.get("/")).length);
        } finally {
            https.stop(0);
        }
    }

    private static Session session(HttpsServer https, SelfSigned server, SelfSigned client, String key) {
        Credentials credentials = new Credentials() {
            @Override
            public Optional<ClientCertificate> certificate() {
                return Optional.of(new ClientCertificate(
                        client.pem().getBytes(StandardCharsets.US_ASCII), key.getBytes(StandardCharsets.US_ASCII)));
            }
        };
        URI address = URI.create("https://127.0.0.1:" + https.getAddress().getPort());
        byte[] authorities = server.pem().getBytes(StandardCharsets.US_ASCII);
        ClientConfig config = ClientConfig.of(address, "default")
                .withTls(new ClientConfig.Tls(Optional.of(authorities), false))
                .withCredentials(credentials);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        return new Session(config, new Talk(nowhere, 0, false, Clock.systemUTC()));
    }
}
