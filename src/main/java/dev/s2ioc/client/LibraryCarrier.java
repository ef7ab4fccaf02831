package dev.s2ioc.client;

import dev.s2ioc.kubeconfig.ClientConfig;
import dev.s2ioc.wire.Header;
import io.fabric8.kubernetes.client.RequestConfig;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** fabric8's HTTP client over the JDK's, opened when first needed: TLS, proxy, streams up, no retries of its own. */
final class LibraryCarrier implements Carrier {
    private final ClientConfig config;
    private final KnownServers known;
    private HttpClient http;
    private Set<Thread> selectors = Set.of();

    LibraryCarrier(ClientConfig config, KnownServers known) {
        this.config = config;
        this.known = known;
    }

    @Override
    public Answer send(Request request, URI uri, List<Header> headers) throws IOException {
        ArrivingBody arriving = new ArrivingBody();
        CompletableFuture<HttpResponse<AsyncBody>> future =
                http().consumeBytes(httpRequest(request, uri, headers), arriving);
        try {
            HttpResponse<AsyncBody> response = future.get();
            return new Answer(response.code(), response.headers(), arriving.from(response.body()));
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        }
    }

    private HttpRequest httpRequest(Request request, URI uri, List<Header> headers) {
        HttpRequest.Builder builder = http().newHttpRequestBuilder().uri(uri);
        headers.forEach(header -> builder.header(header.name(), header.value()));
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
        switch (body) {
            case Request.Body.Bytes bytes ->
                builder.method(method, null, new ByteArrayInputStream(bytes.bytes()), bytes.bytes().length);
            case Request.Body.Stream stream -> builder.method(method, null, stream.stream(), -1);
        }
    }

    private synchronized HttpClient http() {
        if (http == null) {
            // One at a time, so that the thread that appears is this client's: another one's must not be interrupted.
            synchronized (LibraryCarrier.class) {
                Set<Thread> before = selectors();
                http = open();
                selectors = selectors();
                selectors.removeAll(before);
            }
        }
        return http;
    }

    private HttpClient open() {
        // Retries are ours: fabric8 would send a spent upload stream again, as an empty body.
        RequestConfig noRetries =
                new RequestConfigBuilder().withRequestRetryBackoffLimit(0).build();
        HttpClient.Builder builder = new JdkHttpClientFactory().newBuilder();
        builder.tag(noRetries);
        builder.preferHttp11();
        builder.connectTimeout(30, TimeUnit.SECONDS);
        if (config.server().getScheme().equals("https")) {
            builder.sslContext(TlsMaterial.keys(config.credentials()), trust());
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

    private TrustManager[] trust() {
        TrustManager[] trust = TlsMaterial.trust(config.tls());
        if (config.tls().insecure() || trust == null) {
            return trust;
        }
        return Arrays.stream(trust)
                .map(one -> one instanceof X509ExtendedTrustManager judge
                        ? new NotingTrust(judge, chain -> known.remember(config, chain))
                        : one)
                .toArray(TrustManager[]::new);
    }

    /** The threads in which the JDK's HTTP clients wait for the network; they are in native code while they wait. */
    private static Set<Thread> selectors() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        Thread[] threads = new Thread[2 * group.activeCount() + 16];
        int count = group.enumerate(threads);
        return Arrays.stream(threads, 0, count)
                .filter(thread -> thread.getName().endsWith("-SelectorManager"))
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized void close() {
        if (http == null) {
            return;
        }
        http.close();
        // The JVM waits up to 300 ms at exit for a thread that sits in native code; fabric8's close() leaves it there.
        selectors.forEach(Thread::interrupt);
        http = null;
    }
}
