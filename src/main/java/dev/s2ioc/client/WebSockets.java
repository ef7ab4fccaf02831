package dev.s2ioc.client;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.s2ioc.kubeconfig.ClientConfig;
import dev.s2ioc.wire.Header;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/**
 * Opens WebSockets with a session's credentials, trust and proxy. They are the JDK's own: fabric8's gather whole messages and
 * cannot be waited for when sending.
 */
final class WebSockets implements AutoCloseable {
    private final ClientConfig config;
    private final Talk talk;
    private HttpClient http;

    WebSockets(ClientConfig config, Talk talk) {
        this.config = config;
        this.talk = talk;
    }

    /** Opens one; refused credentials are renewed once, where they can be. */
    Channels open(Request request, List<String> protocols) {
        try {
            return openOnce(request, protocols);
        } catch (ApiException e) {
            if (e.code() != 401 || !config.credentials().refresh()) {
                throw e;
            }
            return openOnce(request, protocols);
        }
    }

    private Channels openOnce(Request request, List<String> protocols) {
        URI uri = URI.create(config.server().toString().replaceFirst("^http", "ws") + request.target());
        WebSocket.Builder builder = http().newWebSocketBuilder()
                .subprotocols(
                        protocols.getFirst(),
                        protocols.subList(1, protocols.size()).toArray(String[]::new));
        talk.note(7, "GET " + Redaction.address(uri));
        for (Header header : RequestHeaders.of(config, request)) {
            builder.header(header.name(), header.value());
            talk.note(7, "    " + header.name() + ": " + Redaction.header(header.name(), header.value()));
        }
        Incoming incoming = new Incoming();
        long start = System.nanoTime();
        WebSocket socket = opened(builder.buildAsync(uri, incoming), uri, start);
        noteAnswer(uri, 101, start);
        return new Channels(socket, incoming, config.server());
    }

    private WebSocket opened(CompletableFuture<WebSocket> future, URI uri, long start) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw ConnectionFailures.of(new java.io.InterruptedIOException("interrupted"), config.server());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused && refused.getResponse() != null) {
                noteAnswer(uri, refused.getResponse().statusCode(), start);
                throw refusal(refused.getResponse());
            }
            throw ConnectionFailures.of(e.getCause(), config.server());
        }
    }

    private static ApiException refusal(HttpResponse<?> response) {
        if (response.statusCode() < 400) {
            return new ApiException(
                    response.statusCode(),
                    MissingNode.getInstance(),
                    "the server answered " + response.statusCode() + " instead of opening a WebSocket; a proxy on the"
                            + " way may not let it through");
        }
        String body = response.body() == null ? "" : response.body().toString();
        return Session.refusal(response.statusCode(), body.getBytes(StandardCharsets.UTF_8));
    }

    private void noteAnswer(URI uri, int code, long start) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        talk.note(6, "GET " + Redaction.address(uri) + " " + code + " in " + millis + " milliseconds");
    }

    private synchronized HttpClient http() {
        if (http == null) {
            HttpClient.Builder builder =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(30));
            if (config.server().getScheme().equals("https")) {
                builder.sslContext(tls());
            }
            config.proxy()
                    .ifPresent(proxy -> builder.proxy(ProxySelector.of(
                            new InetSocketAddress(proxy.getHost(), proxy.getPort() < 0 ? 3128 : proxy.getPort()))));
            http = builder.build();
        }
        return http;
    }

    private SSLContext tls() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(TlsMaterial.keys(config.credentials()), TlsMaterial.trust(config.tls()), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw ConnectionFailures.of(new IOException(e), config.server());
        }
    }

    @Override
    public synchronized void close() {
        if (http != null) {
            http.shutdownNow();
            http = null;
        }
    }
}
