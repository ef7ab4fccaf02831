package dev.s2ioc.cluster.network.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.s2ioc.cluster.ApiClient.Answer;
import dev.s2ioc.cluster.api.Certificates;
import dev.s2ioc.cluster.network.NetworkCluster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
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
@Timeout(180)
class RouterTest {
    private static final String ROUTES = "/apis/route.openshift.io/v1/namespaces/demo/routes";

    private Path directory;
    private NetworkCluster cluster;
    private EchoService one;
    private EchoService other;

    @BeforeEach
    void start(@TempDir Path directory) throws Exception {
        this.directory = directory;
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
        return service(name, new EchoService(name));
    }

    private EchoService service(String name, EchoService service) {
        cluster.post("/api/v1/namespaces/demo/services", """
                {"metadata":{"name":"%s"},"spec":{"ports":[{"port":80,"targetPort":"http"}]}}""".formatted(name));
        cluster.post("/api/v1/namespaces/demo/endpoints", """
                {"metadata":{"name":"%s"},"subsets":[{"addresses":[{"ip":"127.0.0.1"}],"ports":[{"port":%d}]}]}""".formatted(name, service.port()));
        return service;
    }

    /** Makes a route and waits for the router's word on it, which is answered. */
    private String route(String name, String spec) throws InterruptedException {
        return route(name, "{}", spec);
    }

    private String route(String name, String annotations, String spec) throws InterruptedException {
        cluster.post(
                ROUTES,
                "{\"metadata\":{\"name\":\"" + name + "\",\"annotations\":" + annotations + "},\"spec\":" + spec + "}");
        for (int i = 0; i < 2400; i++) {
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

    private String ask(String host, String path, String... more) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", cluster.routes.port())) {
            return ask(socket, host, path, more);
        }
    }

    private static String ask(Socket socket, String host, String path, String... more) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nX-Forwarded-Proto: gopher\r\n"
                + Stream.of(more).map(line -> line + "\r\n").collect(Collectors.joining()) + "\r\n";
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
    void a_caller_comes_back_to_where_it_was() throws Exception {
        route("w", """
                {"host":"w.test","to":{"name":"one","weight":1},"alternateBackends":[{"name":"other","weight":1}]}""");
        String first = ask("w.test", "/");
        String cookie = first.replaceFirst("(?s).*Set-Cookie: ([0-9a-f]{32}=[0-9a-f]{32});.*", "$1");
        String name = first.contains("\none /\n") ? "one" : "other";
        for (int i = 0; i < 4; i++) {
            String again = ask("w.test", "/", "Cookie: a=b; " + cookie);
            assertTrue(again.contains("\n" + name + " /\n"), again);
            assertFalse(again.contains("Set-Cookie"), again);
            assertTrue(again.contains("\nCookie: a=b\n"), again);
        }
        String elsewhere = ask("w.test", "/", "Cookie: " + cookie.replaceFirst("=.*", "=gone"));
        assertTrue(elsewhere.contains("Set-Cookie: "), elsewhere);
    }

    @Test
    void annotations_are_heeded() throws Exception {
        route("a", """
                {"haproxy.router.openshift.io/rewrite-target":"/inner","haproxy.router.openshift.io/timeout":"100s",
                 "router.openshift.io/cookie_name":"mine","haproxy.router.openshift.io/set-forwarded-headers":"never"}""", """
                {"host":"a.test","path":"/outer","to":{"name":"one"},"httpHeaders":{"actions":{
                  "request":[{"name":"X-From","action":{"type":"Set","set":{"value":"%[req.hdr(host),lower]"}}}],
                  "response":[{"name":"X-Frame-Options","action":{"type":"Set","set":{"value":"DENY"}}}]}}}""");
        String answer = ask("A.test", "/outer/x?y");
        assertTrue(answer.contains("\none /inner/x?y\n"), answer);
        assertTrue(answer.contains("\nX-From: a.test\n") && !answer.contains("Forwarded-For"), answer);
        assertTrue(answer.contains("Set-Cookie: mine="), answer);
        assertTrue(answer.contains("\r\nX-Frame-Options: DENY\r\n"), answer);
        route("slow", "{\"haproxy.router.openshift.io/timeout\":\"100ms\"}", """
                {"host":"slow.test","to":{"name":"one"}}""");
        assertEquals("HTTP/1.1 504 Gateway Time-out", firstLine(ask("slow.test", "/silent")));
        route("few", "{\"haproxy.router.openshift.io/ip_allowlist\":\"10.0.0.0/8\"}", """
                {"host":"few.test","to":{"name":"one"}}""");
        assertEquals("", ask("few.test", "/"));
        route("own", """
                {"haproxy.router.openshift.io/ip_allowlist":"10.0.0.0/8 127.0.0.0/8",
                 "haproxy.router.openshift.io/disable_cookies":"true",
                 "haproxy.router.openshift.io/rate-limit-connections":"true",
                 "haproxy.router.openshift.io/rate-limit-connections.rate-http":"3"}""", """
                {"host":"own.test","to":{"name":"one"}}""");
        for (int i = 0; i < 2; i++) {
            assertTrue(ask("own.test", "/").startsWith("HTTP/1.1 200 OK\r\n\r\none /\n"));
        }
        assertEquals("", ask("own.test", "/"));
    }

    @Test
    void what_has_no_effect_is_told() throws Exception {
        route("odd", """
                {"haproxy.router.openshift.io/balance":"fair","haproxy.router.openshift.io/pod-concurrent-connections":"3"}""", """
                {"to":{"name":"one"}}""");
        Set<String> expected = Set.of(
                "the annotation haproxy.router.openshift.io/balance has no effect: \"fair\" is not a value for it",
                "the annotation haproxy.router.openshift.io/pod-concurrent-connections has no effect: the local cluster's"
                        + " router does not know it");
        Set<String> told = Set.of();
        for (int i = 0; i < 2400 && !told.equals(expected); i++) {
            Thread.sleep(25);
            told = cluster.get("/api/v1/namespaces/demo/events")
                    .body()
                    .path("items")
                    .valueStream()
                    .filter(event -> event.at("/involvedObject/name").asText().equals("odd"))
                    .map(event -> event.path("message").asText())
                    .collect(Collectors.toSet());
        }
        assertEquals(expected, told);
        assertEquals(422, cluster.post(ROUTES, """
                        {"metadata":{"name":"bad"},"spec":{"to":{"name":"one","weight":300},
                          "tls":{"termination":"passthrough","insecureEdgeTerminationPolicy":"Allow"}}}""").code());
    }

    @Test
    void tls_can_go_on_to_the_service() throws Exception {
        KeyStore.PrivateKeyEntry identity =
                Certificates.in(directory.resolve("api")).forHost("deep.demo.svc");
        try (EchoService deep = service("deep", new EchoService("deep", secured(identity)))) {
            route("r", "{\"haproxy.router.openshift.io/hsts_header\":\"max-age=31536000;includeSubDomains\"}", """
                    {"host":"r.test","to":{"name":"deep"},"tls":{"termination":"reencrypt"}}""");
            String answer = askSecurely("r.test", "/x");
            assertTrue(answer.contains("\ndeep /x\n") && answer.contains("X-Forwarded-Proto: https"), answer);
            assertTrue(answer.contains("Strict-Transport-Security: max-age=31536000;includeSubDomains\r\n"), answer);
            assertTrue(answer.contains("; path=/; HttpOnly; Secure; SameSite=None\r\n"), answer);
            route("p", """
                    {"host":"p.test","to":{"name":"deep"},
                     "tls":{"termination":"passthrough","insecureEdgeTerminationPolicy":"Redirect"}}""");
            String passed = askSecurely("p.test", "/y");
            assertTrue(passed.startsWith("HTTP/1.1 200 OK\r\n\r\ndeep /y\n"), passed);
            assertFalse(passed.contains("X-Forwarded-For"), passed);
            assertEquals("HTTP/1.1 302 Found", firstLine(ask("p.test", "/")));
            assertTrue(deep.port() > 0);
        }
        service("deep2", one);
        route("stranger", "{\"haproxy.router.openshift.io/timeout\":\"200ms\"}", """
                {"host":"s.test","to":{"name":"deep2"},"tls":{"termination":"reencrypt"}}""");
        assertEquals("HTTP/1.1 503 Service Unavailable", firstLine(askSecurely("s.test", "/")));
        route("allow", """
                {"host":"allow.test","to":{"name":"one"},"tls":{"termination":"edge","insecureEdgeTerminationPolicy":"Allow"}}""");
        assertTrue(ask("allow.test", "/").contains("\none /\n"));
        route("none", """
                {"host":"none.test","to":{"name":"one"},"tls":{"termination":"edge","insecureEdgeTerminationPolicy":"None"}}""");
        assertEquals("HTTP/1.1 503 Service Unavailable", firstLine(ask("none.test", "/")));
    }

    private static ServerSocket secured(KeyStore.PrivateKeyEntry identity) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry("service", identity.getPrivateKey(), new char[0], identity.getCertificateChain());
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @Test
    void what_leads_nowhere_is_answered() throws Exception {
        assertEquals("HTTP/1.1 503 Service Unavailable", firstLine(ask("nowhere.test", "/")));
        assertEquals("HTTP/1.1 400 Bad Request", firstLine(ask("nowhere.test", "/a b")));
    }
}
