package dev.s2ioc.command.proxy;

import dev.s2ioc.client.Session;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Serves the API without asking for credentials, and files beside it. */
public final class ProxyServer implements AutoCloseable {
    private static final Logger HELIDON = Logger.getLogger("io.helidon");

    /** @param prefix with a slash at both ends */
    public record Files(String prefix, Path directory) {}

    private final String apiPrefix;
    private final RequestFilter filter;
    private final ApiRequests api;
    private final Optional<Files> files;
    private final WebServer server;

    /** @param apiPrefix with a slash at both ends; taken off, unless it is the API's own */
    public ProxyServer(
            Session session, SocketAddress address, String apiPrefix, RequestFilter filter, Optional<Files> files) {
        HELIDON.setLevel(Level.OFF);
        this.apiPrefix = apiPrefix;
        this.filter = filter;
        this.api = new ApiRequests(session);
        this.files = files;
        Handler handler = this::handle;
        this.server = WebServer.builder()
                .bindAddress(address)
                // A short answer in two pieces would wait 40 ms for the client to confirm the first.
                .connectionOptions(socket -> socket.tcpNoDelay(true))
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ofMillis(200))
                .maxPayloadSize(-1)
                .routing(routing -> routing.any(handler))
                .build();
    }

    /** Begins to serve and returns the port, if it is one. */
    public int start() throws IOException {
        try {
            server.start();
        } catch (RuntimeException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IOException(cause.getMessage(), e);
        }
        if (!server.isRunning()) {
            throw new IOException("address already in use");
        }
        return server.port();
    }

    private void handle(ServerRequest request, ServerResponse response) throws IOException {
        String raw = request.prologue().uriPath().rawPath();
        String path = URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        Optional<Files> wanted = files.filter(
                some -> path.startsWith(some.prefix()) && some.prefix().length() >= longest(path));
        if (wanted.isPresent()) {
            String below = path.substring(wanted.get().prefix().length());
            new StaticFiles(wanted.get().directory()).serve(request, response, below);
        } else if (raw.startsWith(apiPrefix)) {
            passOn(request, response, raw, path);
        } else if ((raw + "/").equals(apiPrefix)) {
            response.header(HeaderNames.LOCATION, apiPrefix)
                    .status(Status.MOVED_PERMANENTLY_301)
                    .send();
        } else {
            response.status(Status.NOT_FOUND_404).send("404 page not found\n");
        }
    }

    private int longest(String path) {
        return path.startsWith(apiPrefix) ? apiPrefix.length() : 0;
    }

    private void passOn(ServerRequest request, ServerResponse response, String raw, String path) throws IOException {
        boolean own = apiPrefix.startsWith("/api");
        int cut = own ? 0 : apiPrefix.length() - 1;
        String host = request.headers().first(HeaderNames.HOST).orElse("");
        if (filter.accepts(request.prologue().method().text(), path.substring(cut), host)) {
            api.pass(request, response, raw.substring(cut));
        } else {
            response.status(Status.FORBIDDEN_403).send("Forbidden\n");
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
