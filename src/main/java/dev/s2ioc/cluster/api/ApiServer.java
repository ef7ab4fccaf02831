package dev.s2ioc.cluster.api;

import dev.s2ioc.cluster.kind.Access;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.Tokens;
import io.helidon.common.tls.Tls;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The cluster's API on the loopback address, over TLS. Serves what the kinds say; the store stays its starter's to close. */
public final class ApiServer implements AutoCloseable {
    /** Kept here, for a logger that nobody holds forgets its level. */
    private static final Logger HELIDON = Logger.getLogger("io.helidon");

    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /** So long a watch may take to end properly: a client that does not read is cut off. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final WebServer server;
    private final Waiting waiting;
    private final URI url;
    private final Certificates certificates;
    private final String adminPassword;

    private ApiServer(WebServer server, Waiting waiting, URI url, Certificates certificates, String adminPassword) {
        this.server = server;
        this.waiting = waiting;
        this.url = url;
        this.certificates = certificates;
        this.adminPassword = adminPassword;
    }

    /** Answers when it returns. */
    public static ApiServer start(Machinery machinery, ApiOptions options) throws IOException {
        return start(machinery, options, ComingCertificates.in(options.directory()));
    }

    /** With certificates that are on their way, of the directory that the options name. */
    public static ApiServer start(Machinery machinery, ApiOptions options, ComingCertificates coming)
            throws IOException {
        HELIDON.setLevel(Level.OFF);
        SecretFile.directory(options.directory());
        String adminPassword = adminPassword(options.directory().resolve("kubeadmin-password"));
        int port = options.port() == 0 ? freePort() : options.port();
        URI url = URI.create("https://127.0.0.1:" + port);
        Tokens tokens = new Tokens(machinery);
        Waiting waiting = new Waiting();
        Front front = new Front(
                new Authentication(tokens),
                new OAuth(url, new Passwords(adminPassword), tokens, new Codes(machinery.clock())),
                new Discovery(machinery.kinds()),
                new Health(machinery.store()),
                new OpenApi(machinery.kinds()),
                new ResourceHandler(machinery, new Access(machinery.store()), waiting, options.pulse()),
                options.failures());
        Certificates certificates = coming.with(options.names());
        WebServer server = WebServer.builder()
                .host("127.0.0.1")
                .port(port)
                // A short answer in two pieces would wait 40 ms for the client to confirm the first.
                .connectionOptions(socket -> socket.tcpNoDelay(true))
                .tls(tls(certificates))
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ofMillis(200))
                .maxPayloadSize(-1)
                .addConnectionSelector(Http1ConnectionSelector.builder()
                        .config(Http1Config.builder().maxHeadersSize(65_536).build())
                        .addUpgrader(new Upgrader("websocket", front))
                        .addUpgrader(new Upgrader("SPDY/3.1", front))
                        .build())
                .routing(routing -> routing.any(front))
                .build();
        try {
            server.start();
        } catch (RuntimeException e) {
            throw new IOException("cannot listen on 127.0.0.1:" + port + ": " + RequestBody.firstLine(e), e);
        }
        // Helidon does not throw when the port is taken.
        if (!server.isRunning()) {
            throw new IOException("cannot listen on 127.0.0.1:" + port + ": is the port taken?");
        }
        return new ApiServer(server, waiting, url, certificates, adminPassword);
    }

    private static Tls tls(Certificates certificates) throws IOException {
        try {
            return Tls.builder().sslContext(OwnIdentity.context(certificates)).build();
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot serve TLS: " + e.getMessage(), e);
        }
    }

    /** The issuer's address is needed before the server listens. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String adminPassword(Path file) throws IOException {
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        StringBuilder password = new StringBuilder();
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < 23; i++) {
            password.append(i % 6 == 5 ? '-' : ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        SecretFile.write(file, password.toString());
        return password.toString();
    }

    /** {@code https://127.0.0.1:PORT}. */
    public URI url() {
        return url;
    }

    /** The certificate that clients have to trust. */
    public String authorityPem() throws IOException {
        return certificates.authorityPem();
    }

    /** What the server shows to who connects, its own certificate first. */
    public List<X509Certificate> chain() {
        return certificates.chain();
    }

    public String adminPassword() {
        return adminPassword;
    }

    /** How many requests wait for something to happen. */
    int waiting() {
        return waiting.count();
    }

    @Override
    public void close() {
        waiting.end(PATIENCE);
        server.stop();
    }
}
