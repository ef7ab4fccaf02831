package dev.s2ioc.cluster.network.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.s2ioc.cluster.ApiClient.Answer;
import dev.s2ioc.cluster.network.NetworkCluster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Routes: their hosts, who gets there, and what the service hears. */
@Timeout(60)
class RouterTest {
    private static final String ROUTES = "/apis/route.openshift.io/v1/namespaces/demo/routes";

    private NetworkCluster cluster;
    private EchoService one;
    private EchoService other;

    @BeforeEach
    void start(@TempDir Path directory) throws Exception {
        cluster = new NetworkCluster(directory);
        one = service("one");
        other = service("other");
    }

    @AfterEach
    void stop() throws IOException {
        one.close();
        other.close();
        cluster.close();
        assertEquals(List.of(), cluster.failures);
    }

    private EchoService service(String name) throws IOException {
        EchoService service = new EchoService(name);
        cluster.post("/api/v1/namespaces/demo/services", """
                {"metadata":{"name":"%s"},"spec":{"ports":[{"port":80,"targetPort":"http"}]}}""".formatted(name));
        cluster.post("/api/v1/namespaces/demo/endpoints", """
                {"metadata":{"name":"%s"},"subsets":[{"addresses":[{"ip":"127.0.0.1"}],"ports":[{"port":%d}]}]}""".formatted(name, service.port()));
        return service;
    }

    /** Makes a route and waits for the router's word on it, which is answered. */
    private String route(String name, String spec) throws InterruptedException {
        cluster.post(ROUTES, "{\"metadata\":{\"name\":\"" + name + "\"},\"spec\":" + spec + "}");
        for (int i = 0; i < 400; i++) {
            Answer answer = cluster.get(ROUTES + "/" + name);
            if (!answer.body().at("/status/ingress/0/conditions/0/status").isMissingNode()) {
                return answer.body().at("/status/ingress/0/host").asText() + " "
                        + answer.body()
                                .at("/status/ingress/0/conditions/0/status")
                                .asText() + " "
                        + answer.body()
                                .at("/status/ingress/0/conditions/0/reason")
                                .asText();
            }
            Thread.sleep(25);
        }
        throw new AssertionError("the router says nothing of " + name);
    }

    private String ask(String host, String path) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", cluster.routes.port())) {
            return ask(socket, host, path);
        }
    }

    private static String ask(Socket socket, String host, String path) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nX-Forwarded-Proto: gopher\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    private String askSecurely(String host, String path) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "ca",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(
                                new ByteArrayInputStream(cluster.authority().getBytes(StandardCharsets.UTF_8))));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        try (SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", cluster.routes.securePort())) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(host)));
            socket.setSSLParameters(parameters);
            return ask(socket, host, path);
        }
    }

    private static String withoutCookie(String answer) {
        return answer.replaceFirst("Set-Cookie: [0-9a-f]{32}=[0-9a-f]{32}", "Set-Cookie: <cookie>");
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    @Test
    void a_route_without_a_host_gets_one_and_the_service_hears_where_requests_come_from() throws Exception {
        assertEquals("web-demo.apps.localhost True ", route("web", "{\"to\":{\"name\":\"one\"}}"));
        int port = cluster.routes.port();
        assertEquals("""
                HTTP/1.1 200 OK\r
                Set-Cookie: <cookie>; path=/; HttpOnly\r
                Cache-Control: private\r
                \r
                one /a?b=c
                Host: WEB-demo.apps.localhost:%1$d
                X-Forwarded-Host: WEB-demo.apps.localhost:%1$d
                X-Forwarded-Port: %1$d
                X-Forwarded-Proto: http
                Forwarded: for=127.0.0.1;host=WEB-demo.apps.localhost:%1$d;proto=http
                X-Forwarded-For: 127.0.0.1
                Connection: close
                """.formatted(port), withoutCookie(ask("WEB-demo.apps.localhost:" + port, "/a?b=c")));
    }

    @Test
    void the_longest_path_wins_and_ends_at_a_slash() throws Exception {
        route("all", "{\"host\":\"h.test\",\"to\":{\"name\":\"one\"}}");
        route(
                "some",
                "{\"host\":\"h.test\",\"path\":\"/a\",\"port\":{\"targetPort\":\"http\"},\"to\":{\"name\":\"other\"}}");
        assertTrue(ask("h.test", "/a/b").contains("\nother /a/b\n"));
        assertTrue(ask("h.test", "/a?x").contains("\nother /a?x\n"));
        assertTrue(ask("h.test", "/ab").contains("\none /ab\n"));
    }

    @Test
    void services_get_their_shares() throws Exception {
        route("w", """
                {"host":"w.test","to":{"name":"one","weight":60},"alternateBackends":[{"name":"other","weight":20}]}""");
        int shares = 0;
        for (int i = 0; i < 8; i++) {
            shares += ask("w.test", "/").contains("\none /\n") ? 1 : 0;
        }
        assertEquals(6, shares);
        route("no", "{\"host\":\"no.test\",\"to\":{\"name\":\"one\",\"weight\":0}}");
        assertEquals("HTTP/1.1 503 Service Unavailable", firstLine(ask("no.test", "/")));
    }

    @Test
    void tls_ends_at_the_router_whose_authority_is_the_clusters() throws Exception {
        route("e", """
                {"to":{"name":"one"},"tls":{"termination":"edge","insecureEdgeTerminationPolicy":"Redirect"}}""");
        String answer = askSecurely("e-demo.apps.localhost", "/x");
        assertTrue(answer.contains("\none /x\n"), answer);
        assertTrue(answer.contains("\nX-Forwarded-Proto: https\n"), answer);
        assertTrue(ask("e-demo.apps.localhost", "/x?y")
                .startsWith("HTTP/1.1 302 Found\r\nLocation: https://e-demo.apps.localhost:"
                        + cluster.routes.securePort() + "/x?y\r\n"));
        route("plain", "{\"to\":{\"name\":\"one\"}}");
        assertEquals("HTTP/1.1 503 Service Unavailable", firstLine(askSecurely("plain-demo.apps.localhost", "/")));
    }

    @Test
    void who_comes_first_has_a_host() throws Exception {
        assertEquals("h.test True ", route("a", "{\"host\":\"h.test\",\"to\":{\"name\":\"one\"}}"));
        assertEquals(
                "h.test False HostAlreadyClaimed", route("b", "{\"host\":\"h.test\",\"to\":{\"name\":\"other\"}}"));
        assertTrue(ask("h.test", "/").contains("\none /\n"));
        assertEquals("w.test False RouteNotAdmitted", route("c", """
                {"host":"w.test","wildcardPolicy":"Subdomain","to":{"name":"one"}}"""));
    }

    @Test
    void other_protocols_go_both_ways() throws Exception {
        route("u", "{\"host\":\"u.test\",\"to\":{\"name\":\"one\"}}");
        try (Socket socket = new Socket("127.0.0.1", cluster.routes.port())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: u.test\r\nUpgrade: parrot\r\nConnection: upgrade\r\n\r\nhello"
                            .getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertTrue(
                    answer.startsWith("HTTP/1.1 101 Other\r\n") && answer.endsWith("Connection: Upgrade\nhello"),
                    answer);
        }
    }

    @Test
    void what_leads_nowhere_is_answered() throws Exception {
        assertEquals("HTTP/1.1 503 Service Unavailable", firstLine(ask("nowhere.test", "/")));
        assertEquals("HTTP/1.1 400 Bad Request", firstLine(ask("nowhere.test", "/a b")));
    }
}
