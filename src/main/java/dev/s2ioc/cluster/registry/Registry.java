package dev.s2ioc.cluster.registry;

import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/** An image registry on the loopback interface, after the OCI distribution specification. */
public final class Registry implements AutoCloseable {
    /** Off: a client that leaves is no event. Kept here, for a logger that nobody holds forgets its level. */
    private static final Logger HELIDON = Logger.getLogger("io.helidon");

    private static final Duration UPLOADS_ARE_KEPT = Duration.ofDays(1);

    private final WebServer server;

    private final Collector collector;

    private Registry(WebServer server, Collector collector) {
        this.server = server;
        this.collector = collector;
    }

    /** Serves the images under a directory at a port, or at a free one if it is 0. */
    public static Registry start(Path directory, int port, Streams streams, Instant now) throws IOException {
        HELIDON.setLevel(Level.OFF);
        Blobs blobs = new Blobs(directory.resolve("blobs"));
        Links links = new Links(directory.resolve("links"));
        Manifests manifests = new Manifests(directory.resolve("manifests"), blobs);
        Uploads uploads = new Uploads(directory.resolve("uploads"));
        uploads.drop(now.minus(UPLOADS_ARE_KEPT), false);
        Mirror mirror = new Mirror(directory.resolve("fetched"), blobs, manifests, streams);
        Repositories repositories = new Repositories(blobs, links, manifests, streams);
        Claims claims = new Claims();
        Collector collector = new Collector(blobs, links, manifests, repositories, uploads, streams, claims);
        ListEndpoint lists = new ListEndpoint(manifests, streams);
        Authentication authentication = new Authentication(streams.guard());
        Routes routes = new Routes(
                authentication,
                new TokenEndpoint(authentication),
                new RepositoryRoutes(
                        streams,
                        new BlobEndpoint(blobs, repositories, collector, claims, links, mirror),
                        new UploadEndpoint(blobs, links, repositories, uploads, claims),
                        new ManifestEndpoint(manifests, blobs, repositories, streams, claims, mirror),
                        lists),
                lists,
                new AdminEndpoint(collector));
        return new Registry(listen(port, routes), collector);
    }

    private static WebServer listen(int port, Routes routes) throws IOException {
        WebServer server = WebServer.builder()
                .host("127.0.0.1")
                .port(port)
                // A short answer in two pieces would wait 40 ms for the client to confirm the first.
                .connectionOptions(socket -> socket.tcpNoDelay(true))
                .addConnectionSelector(new ClientHello())
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ZERO)
                .routing(routing -> routing.any((request, response) -> routes.handle(new Call(request, response))))
                .build();
        server.start();
        // Helidon does not throw when the port is taken.
        if (!server.isRunning()) {
            throw new IOException("cannot listen on 127.0.0.1:" + port + ": is the port taken?");
        }
        return server;
    }

    public int port() {
        return server.port();
    }

    /** Where clients of this machine find the registry. */
    public String address() {
        return "127.0.0.1:" + port();
    }

    /** Removes what nothing refers to and no client has relied on since. */
    public void prune(Instant keepAfter) throws IOException {
        collector.run(keepAfter, false);
    }

    @Override
    public void close() {
        server.stop();
    }
}
