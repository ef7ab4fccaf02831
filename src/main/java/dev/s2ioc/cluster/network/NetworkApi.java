package dev.s2ioc.cluster.network;

import dev.s2ioc.cluster.kind.Kind;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.PartSubresource;
import dev.s2ioc.cluster.kind.StoredResource;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.network.stream.StreamApi;
import dev.s2ioc.cluster.pod.PodAccess;
import java.util.function.Consumer;

/** Services and the ways into pods. */
public final class NetworkApi implements AutoCloseable {
    private final EndpointsController endpoints;
    private final ServiceProxy proxy;
    private final HostsFiles hosts;

    private NetworkApi(EndpointsController endpoints, ServiceProxy proxy, HostsFiles hosts) {
        this.endpoints = endpoints;
        this.proxy = proxy;
        this.hosts = hosts;
    }

    /** Adds the kinds, and what is below pods. Pods have been added. */
    public static NetworkApi addTo(Machinery machinery, PodAccess access, Consumer<Throwable> failures) {
        Type pods = machinery.kinds().resource("pods").type();
        StoredResource services =
                new StoredResource(machinery, new ServiceKind(), new ServiceAddresses(machinery.store()));
        machinery.kinds().add(services).add(ServiceKind.TYPE, PartSubresource.status(services));
        for (Kind kind : new Kind[] {new EndpointsKind(), new EndpointSliceKind()}) {
            machinery.kinds().add(new StoredResource(machinery, kind));
        }
        StreamApi.addTo(machinery, pods, access);
        return new NetworkApi(
                new EndpointsController(machinery, pods, failures),
                new ServiceProxy(machinery, access, failures),
                new HostsFiles(machinery, access, failures));
    }

    public void start() {
        endpoints.start();
        proxy.start();
        hosts.start();
    }

    @Override
    public void close() {
        hosts.close();
        proxy.close();
        endpoints.close();
    }
}
