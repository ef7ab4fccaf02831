package dev.s2ioc.cluster.network.route;

import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.PartSubresource;
import dev.s2ioc.cluster.kind.StoredResource;
import dev.s2ioc.cluster.network.Backends;
import dev.s2ioc.cluster.pod.PodAccess;
import java.io.IOException;
import java.security.KeyStore;
import java.util.function.Consumer;

/** Routes, and the router that serves them. */
public final class RouteApi implements AutoCloseable {
    /**
     * Where the router listens, and what it shows of itself.
     *
     * @param port for HTTP
     * @param securePort for HTTPS
     * @param certificates for hosts whose routes bring none
     */
    public record Settings(int port, int securePort, Certificates certificates) {}

    /** Vouches for a host of this cluster. */
    public interface Certificates {
        KeyStore.PrivateKeyEntry of(String host) throws IOException;
    }

    /** Below it are the hosts of routes that name none. */
    public static final String DOMAIN = RouteHosts.DOMAIN;

    private final Settings settings;
    private final RouteController controller;
    private final RouteBackends backends;
    private final RouteTls tls;
    private final Consumer<Throwable> failures;
    private Router router;

    private RouteApi(
            Settings settings, RouteController controller, RouteBackends backends, Consumer<Throwable> failures) {
        this.settings = settings;
        this.controller = controller;
        this.backends = backends;
        this.tls = new RouteTls(settings.certificates());
        this.failures = failures;
    }

    /** Adds the kind, whose routes are served when this is started. */
    public static RouteApi addTo(
            Machinery machinery, PodAccess access, Settings settings, Consumer<Throwable> failures) {
        PartSubresource status = addKind(machinery);
        return new RouteApi(
                settings,
                new RouteController(machinery, status.part(), failures),
                new RouteBackends(machinery.store(), new Backends(machinery.store(), access)),
                failures);
    }

    /** Adds the kind alone, for nobody to serve; answers its status. */
    public static PartSubresource addKind(Machinery machinery) {
        StoredResource routes = new StoredResource(machinery, new RouteKind(), new RouteHosts());
        PartSubresource status = PartSubresource.status(routes);
        machinery.kinds().add(routes).add(RouteKind.TYPE, status);
        return status;
    }

    public void start() throws IOException {
        controller.start();
        router = Router.start(
                settings.port(),
                settings.securePort(),
                () -> new RoutedConnection(controller::table, backends, tls, settings.port(), settings.securePort()),
                failures);
    }

    public int port() {
        return settings.port();
    }

    public int securePort() {
        return settings.securePort();
    }

    @Override
    public void close() {
        if (router != null) {
            router.close();
        }
        controller.close();
    }
}
