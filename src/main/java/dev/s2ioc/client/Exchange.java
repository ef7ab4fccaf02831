package dev.s2ioc.client;

import dev.s2ioc.kubeconfig.ClientConfig;
import dev.s2ioc.kubeconfig.Credentials;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/** The HTTP layer of a {@link Session}: credentials, TLS, what is said about it at {@code -v}, and failures with a name. */
final class Exchange implements AutoCloseable {
    private static final String USER_AGENT =
            "s2ioc (" + System.getProperty("os.name").toLowerCase(java.util.Locale.ROOT) + ")";

    private final ClientConfig config;
    private final Talk talk;
    private HttpClient http;

    Exchange(ClientConfig config, Talk talk) {
        this.config = config;
        this.talk = talk;
    }

    /** Sends a request; whatever status comes back is an answer. A 401 is tried once more if the credentials can be renewed. */
    Answer send(Request request) {
        Answer answer = sendOnce(request);
        boolean spent =
                request.body().filter(Request.Body.Stream.class::isInstance).isPresent();
        if (answer.code() == 401 && !spent && config.credentials().refresh()) {
            closeQuietly(answer);
            answer = sendOnce(request);
        }
        return answer;
    }

    private Answer sendOnce(Request request) {
        long start = System.nanoTime();
        HttpRequest httpRequest = httpRequest(request);
        talk.note(8, "Request " + request.method() + " " + httpRequest.uri() + " Accept: " + request.accept());
        if (talk.wants(8) && request.body().orElse(null) instanceof Request.Body.Bytes bytes) {
            talk.note(8, "Request Body: " + Redaction.body(new String(bytes.bytes(), StandardCharsets.UTF_8)));
        }
        try {
            HttpResponse<InputStream> response =
                    http().sendAsync(httpRequest, InputStream.class).get();
            talk.note(
                    6,
                    request.method() + " " + httpRequest.uri() + " " + response.code() + " in "
                            + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) + " milliseconds");
            response.headers().getOrDefault("warning", List.of()).forEach(this::warn);
            InputStream body = response.body() == null ? InputStream.nullInputStream() : response.body();
            return new Answer(response.code(), response.headers(), body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectionException(ConnectionException.Kind.INTERRUPTED, server(), "interrupted", e);
        } catch (ExecutionException e) {
            talk.note(6, request.method() + " " + httpRequest.uri() + " failed: " + e.getCause());
            throw broken(e.getCause());
        }
    }

    private HttpRequest httpRequest(Request request) {
        HttpRequest.Builder builder =
                http().newHttpRequestBuilder().uri(URI.create(config.server() + request.target()));
        builder.header("Accept", request.accept());
        builder.header("User-Agent", USER_AGENT);
        authenticate(builder);
        request.body()
                .ifPresentOrElse(
                        body -> send(builder, request.method(), body),
                        () -> builder.method(request.method(), null, null));
        if (!request.streamed() && config.requestTimeout().isPositive()) {
            builder.timeout(config.requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
        }
        return builder.build();
    }

    private static void send(HttpRequest.Builder builder, String method, Request.Body body) {
        String contentType = body.contentType().orElse(null);
        switch (body) {
            case Request.Body.Bytes bytes ->
                builder.method(method, contentType, new ByteArrayInputStream(bytes.bytes()), bytes.bytes().length);
            case Request.Body.Stream stream -> builder.method(method, contentType, stream.stream(), -1);
        }
    }

    private void authenticate(HttpRequest.Builder builder) {
        Credentials credentials = config.credentials();
        credentials
                .bearerToken()
                .ifPresentOrElse(
                        token -> builder.header("Authorization", "Bearer " + token),
                        () -> credentials.basic().ifPresent(basic -> builder.header("Authorization", basic(basic))));
        ClientConfig.Impersonation as = config.impersonation();
        as.user().ifPresent(user -> builder.header("Impersonate-User", user));
        as.groups().forEach(group -> builder.header("Impersonate-Group", group));
        as.uid().ifPresent(uid -> builder.header("Impersonate-Uid", uid));
        as.extra().forEach((key, values) -> values.forEach(value -> builder.header("Impersonate-Extra-" + key, value)));
    }

    private static String basic(Credentials.Basic basic) {
        String pair = basic.user() + ":" + basic.password();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private synchronized HttpClient http() {
        if (http == null) {
            http = open();
        }
        return http;
    }

    private HttpClient open() {
        // Retries are ours: fabric8 would send a spent upload stream again, as an empty body.
        Config noRetries = new ConfigBuilder(Config.empty())
                .withRequestRetryBackoffLimit(0)
                .build();
        HttpClient.Builder builder = new JdkHttpClientFactory().newBuilder();
        builder.tag(noRetries.getRequestConfig());
        builder.preferHttp11();
        builder.connectTimeout(30, TimeUnit.SECONDS);
        if (config.server().getScheme().equals("https")) {
            builder.sslContext(TlsMaterial.keys(config.credentials()), TlsMaterial.trust(config.tls()));
        }
        config.proxy()
                .ifPresentOrElse(
                        proxy -> {
                            builder.proxyType(HttpClient.ProxyType.HTTP);
                            builder.proxyAddress(new InetSocketAddress(
                                    proxy.getHost(), proxy.getPort() < 0 ? 3128 : proxy.getPort()));
                        },
                        () -> builder.proxyType(HttpClient.ProxyType.DIRECT));
        return builder.build();
    }

    /** {@code 299 - "text"} becomes text. */
    private void warn(String header) {
        int from = header.indexOf('"');
        int to = header.lastIndexOf('"');
        talk.warn(from >= 0 && to > from ? header.substring(from + 1, to).replace("\\\"", "\"") : header);
    }

    /** The failure of a connection, with its kind. */
    ConnectionException broken(Throwable failure) {
        String text = rootMessage(failure);
        ConnectionException.Kind kind = ConnectionException.Kind.BROKEN;
        if (has(failure, UnresolvedAddressException.class) || has(failure, UnknownHostException.class)) {
            kind = ConnectionException.Kind.UNKNOWN_HOST;
            text = "lookup " + config.server().getHost() + ": no such host";
        } else if (has(failure, ConnectException.class)) {
            kind = ConnectionException.Kind.REFUSED;
        } else if (has(failure, HttpTimeoutException.class)) {
            kind = ConnectionException.Kind.TIMED_OUT;
            text = "no answer within the request timeout";
        } else if (has(failure, CertificateException.class) || has(failure, SSLException.class)) {
            kind = ConnectionException.Kind.UNTRUSTED;
        } else if (has(failure, InterruptedIOException.class)) {
            kind = ConnectionException.Kind.INTERRUPTED;
        }
        return new ConnectionException(kind, server(), text, failure);
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        return causes(failure).anyMatch(type::isInstance);
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = causes(failure).reduce((first, second) -> second).orElse(failure);
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    private static java.util.stream.Stream<Throwable> causes(Throwable failure) {
        return java.util.stream.Stream.iterate(failure, java.util.Objects::nonNull, Throwable::getCause)
                .limit(20);
    }

    private String server() {
        URI server = config.server();
        return server.getPort() < 0 ? server.getHost() : server.getHost() + ":" + server.getPort();
    }

    private static void closeQuietly(Answer answer) {
        try {
            answer.close();
        } catch (IOException e) {
            // The refused answer is of no further use; the one that follows it counts.
        }
    }

    @Override
    public synchronized void close() {
        if (http == null) {
            return;
        }
        http.close();
        // The JVM waits up to 300 ms at exit for a thread that sits in native code, as the selector of the JDK's HTTP
        // client does; fabric8's close() leaves it there.
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("HttpClient-") && thread.getName().endsWith("SelectorManager")) {
                thread.interrupt();
            }
        }
        http = null;
    }
}
