package dev.s2ioc.client;

import dev.s2ioc.kubeconfig.ClientConfig;
import io.fabric8.kubernetes.client.RequestConfig;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** fabric8's HTTP client over the JDK's, opened when first needed: TLS, proxy, no retries of its own. */
final class Transport implements AutoCloseable {
    private final ClientConfig config;
    private HttpClient http;
    private Set<Thread> selectors = Set.of();

    Transport(ClientConfig config) {
        this.config = config;
    }

    synchronized HttpClient http() {
        if (http == null) {
            // One at a time, so that the thread that appears is this client's: another one's must not be interrupted.
            synchronized (Transport.class) {
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
