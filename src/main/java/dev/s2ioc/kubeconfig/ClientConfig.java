package dev.s2ioc.kubeconfig;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything needed to talk to one server as one user: the selected context with the call's flags laid over it.
 *
 * @param server base address, without a trailing slash
 * @param namespace the namespace of namespaced requests
 * @param context the name of the kubeconfig context; empty when only flags name the server
 * @param requestTimeout how long one request may take; zero is for ever
 * @param proxy an HTTP proxy; empty means none
 */
public record ClientConfig(
        URI server,
        String namespace,
        Optional<String> context,
        Tls tls,
        Credentials credentials,
        Impersonation impersonation,
        Duration requestTimeout,
        Optional<URI> proxy) {

    /**
     * How the server is trusted.
     *
     * @param authorities PEM certificates of the only authorities to trust; empty means the JVM's own
     * @param insecure no check at all
     */
    public record Tls(Optional<byte[]> authorities, boolean insecure) {
        public static final Tls SYSTEM = new Tls(Optional.empty(), false);
    }

    /** A user to act as; all empty when none. */
    public record Impersonation(
            Optional<String> user, List<String> groups, Optional<String> uid, Map<String, List<String>> extra) {
        public static final Impersonation NONE =
                new Impersonation(Optional.empty(), List.of(), Optional.empty(), Map.of());
    }

    /** The same way to another server. */
    public ClientConfig withServer(URI other) {
        return new ClientConfig(other, namespace, context, tls, credentials, impersonation, requestTimeout, proxy);
    }

    /** The same server, trusted in another way. */
    public ClientConfig withTls(Tls other) {
        return new ClientConfig(server, namespace, context, other, credentials, impersonation, requestTimeout, proxy);
    }

    /** The same server as another user, who acts as nobody else. */
    public ClientConfig withCredentials(Credentials other) {
        return new ClientConfig(server, namespace, context, tls, other, Impersonation.NONE, requestTimeout, proxy);
    }

    /** A configuration with nothing but an address and a namespace; no credentials. */
    public static ClientConfig of(URI server, String namespace) {
        return new ClientConfig(
                server,
                namespace,
                Optional.empty(),
                Tls.SYSTEM,
                Credentials.NONE,
                Impersonation.NONE,
                Duration.ZERO,
                Optional.empty());
    }
}
