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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Connects to whoever answers for a service, one after the other in turn. */
public final class Backends {
    private record Backend(String address, String pod, int port) {
        String name() {
            String all = address + " " + pod + " " + port;
            return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8))
                    .toString()
                    .replace("-", "");
        }
    }

    private final Store store;
    private final PodAccess pods;
    private final AtomicInteger turn = new AtomicInteger();

    public Backends(Store store, PodAccess pods) {
        this.store = store;
        this.pods = pods;
    }

    /** @param port of the service, as it stands in its spec */
    SocketChannel connect(Key service, JsonNode port, int start) throws IOException {
        String name = Json.at(port, "name");
        return open(service, each -> Json.at(each, "name").equals(name), start, (one, other) -> 0)
                .socket();
    }

    /**
     * A connection.
     *
     * @param backend names the pod and its port, and tells nothing of them
     */
    public record Connection(SocketChannel socket, String backend) {}

    /**
     * Tries one after the other.
     *
     * @param port which of the endpoints' ports will do
     * @param start where it begins
     * @param preference of the backends' names, by which some go before others all the same
     */
    public Connection open(Key service, Predicate<JsonNode> port, int start, Comparator<String> preference)
            throws IOException {
        List<Backend> all = of(service, port);
        if (!all.isEmpty()) {
            Collections.rotate(all, -Math.floorMod(start, all.size()));
        }
        all.sort(Comparator.comparing(Backend::name, preference));
        IOException last = new IOException("no endpoint of service " + service.name() + " is ready");
        for (Backend backend : all) {
            try {
                SocketChannel socket = backend.pod().isEmpty()
                        ? SocketChannel.open(new InetSocketAddress(backend.address(), backend.port()))
                        : pods.connect(Call.internal(service.namespace()), backend.pod(), backend.port());
                return new Connection(socket, backend.name());
            } catch (IOException | StatusException e) {
                last = new IOException(backend.address() + ":" + backend.port() + ": " + e.getMessage(), e);
            }
        }
        throw last;
    }

    /** Whether it still answers for the service. */
    public boolean has(Key service, Predicate<JsonNode> port, String backend) {
        return of(service, port).stream().anyMatch(each -> each.name().equals(backend));
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
