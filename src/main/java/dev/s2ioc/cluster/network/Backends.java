package dev.s2ioc.cluster.network;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.pod.PodAccess;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import dev.s2ioc.cluster.store.Store;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Connects to whoever answers for a service, one after the other in turn. */
public final class Backends {
    private record Backend(String address, String pod, int port) {}

    private final Store store;
    private final PodAccess pods;
    private final AtomicInteger turn = new AtomicInteger();

    public Backends(Store store, PodAccess pods) {
        this.store = store;
        this.pods = pods;
    }

    /** @param port of the service, as it stands in its spec */
    SocketChannel connect(Key service, JsonNode port, int start) throws IOException {
        return connect(service, each -> Json.at(each, "name").equals(Json.at(port, "name")), start);
    }

    /** @param port which of the endpoints' ports will do */
    public SocketChannel connect(Key service, Predicate<JsonNode> port, int start) throws IOException {
        List<Backend> all = of(service, port);
        IOException last = new IOException("no endpoint of service " + service.name() + " is ready");
        for (int i = 0; i < all.size(); i++) {
            Backend backend = all.get(Math.floorMod(start + i, all.size()));
            try {
                return backend.pod().isEmpty()
                        ? SocketChannel.open(new InetSocketAddress(backend.address(), backend.port()))
                        : pods.connect(Call.internal(service.namespace()), backend.pod(), backend.port());
            } catch (IOException | StatusException e) {
                last = new IOException(backend.address() + ":" + backend.port() + ": " + e.getMessage(), e);
            }
        }
        throw last;
    }

    /** A start that differs from one call to the next. */
    public int next() {
        return turn.getAndIncrement();
    }

    private List<Backend> of(Key service, Predicate<JsonNode> port) {
        List<Backend> all = new ArrayList<>();
        store.get(new Key(EndpointsKind.TYPE.resource(), service.namespace(), service.name()))
                .ifPresent(endpoints -> endpoints
                        .path("subsets")
                        .forEach(subset -> subset.path("ports").forEach(each -> {
                            if (port.test(each)) {
                                subset.path("addresses")
                                        .forEach(address -> all.add(new Backend(
                                                Json.at(address, "ip"),
                                                Json.at(address, "targetRef", "name"),
                                                each.path("port").asInt())));
                            }
                        })));
        return all;
    }
}
