package dev.s2ioc.cluster.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.EventRecorder;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.Reconciler;
import dev.s2ioc.cluster.pod.PodAccess;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Listens for each service on this machine's loopback and in the network of the pods, and forwards to whoever answers. */
final class ServiceProxy implements AutoCloseable {
    private static final String HERE = "";

    /** @param network of sandboxes; empty for this machine */
    private record Place(Key service, String network, String address, int port) {}

    private final Machinery machinery;
    private final PodAccess pods;
    private final Backends backends;
    private final EventRecorder events;
    private final Consumer<Throwable> failures;
    private final Reconciler reconciler;
    private final Map<Place, ServerSocketChannel> listening = new HashMap<>();

    ServiceProxy(Machinery machinery, PodAccess pods, Consumer<Throwable> failures) {
        this.machinery = machinery;
        this.pods = pods;
        this.failures = failures;
        this.backends = new Backends(machinery.store(), pods);
        this.events = new EventRecorder(machinery, "service-proxy");
        this.reconciler = new Reconciler("service-proxy", machinery, this::reconcile, failures).of(ServiceKind.TYPE);
    }

    void start() {
        reconciler.start();
        pods.listen((room, opened) -> machinery.store().list(ServiceKind.TYPE.resource(), "").stream()
                .map(service -> Key.of(ServiceKind.TYPE.resource(), service))
                .forEach(service -> {
                    if (opened) {
                        // At once: the pod's first program may call as soon as it starts.
                        reconcile(service);
                    } else {
                        reconciler.later(service, Duration.ZERO);
                    }
                }));
    }

    private synchronized void reconcile(Key key) {
        Optional<ObjectNode> service = machinery.store().get(key);
        Map<Place, JsonNode> wanted = new HashMap<>();
        service.ifPresent(found -> wanted.putAll(places(key, found)));
        Set<Place> gone = new HashSet<>(listening.keySet());
        gone.removeIf(place -> !place.service().equals(key) || wanted.containsKey(place));
        gone.forEach(place -> close(listening.remove(place)));
        wanted.forEach((place, port) -> {
            if (!listening.containsKey(place)) {
                listen(place, port, service.orElseThrow());
            }
        });
    }

    private Map<Place, JsonNode> places(Key key, JsonNode service) {
        Map<Place, JsonNode> places = new HashMap<>();
        String address = Json.at(service, "spec", "clusterIP");
        for (JsonNode port : service.path("spec").path("ports")) {
            if (!Json.at(port, "protocol").equals("TCP")) {
                events.warning(
                        service,
                        "ProtocolNotForwarded",
                        "port " + port.path("port").asInt() + " is " + Json.at(port, "protocol")
                                + "; the local cluster forwards TCP only");
                continue;
            }
            int number = port.path("port").asInt();
            if (!address.isEmpty() && !address.equals("None")) {
                places.put(new Place(key, HERE, address, number), port);
                pods.rooms().values().stream()
                        .filter(room -> !room.sandbox().sharesNetwork())
                        .forEach(
                                room -> places.put(new Place(key, room.sandbox().network(), address, number), port));
            }
            if (port.path("nodePort").asInt() > 0) {
                places.put(
                        new Place(key, HERE, "127.0.0.1", port.path("nodePort").asInt()), port);
            }
        }
        return places;
    }

    private void listen(Place place, JsonNode port, JsonNode service) {
        InetSocketAddress address = new InetSocketAddress(place.address(), place.port());
        try {
            Optional<ServerSocketChannel> server = place.network().isEmpty()
                    ? Optional.of(ServerSocketChannel.open().bind(address))
                    : inside(place.network(), address);
            server.ifPresent(channel -> {
                listening.put(place, channel);
                boolean sticky = Json.at(service, "spec", "sessionAffinity").equals("ClientIP");
                Thread.ofVirtual()
                        .name("service-" + place.service().name())
                        .start(() -> serve(channel, place, port, sticky));
            });
        } catch (IOException e) {
            events.warning(
                    service,
                    "CannotListen",
                    "cannot listen on " + place.address() + ":" + place.port() + " of "
                            + (place.network().isEmpty() ? "this machine" : "the pods' network") + ": "
                            + e.getMessage());
        }
    }

    private Optional<ServerSocketChannel> inside(String network, InetSocketAddress address) throws IOException {
        for (PodAccess.Room room : pods.rooms().values()) {
            if (room.sandbox().network().equals(network)) {
                return room.sandbox().listen(address);
            }
        }
        return Optional.empty();
    }

    private void serve(ServerSocketChannel server, Place place, JsonNode port, boolean sticky) {
        while (server.isOpen()) {
            try {
                SocketChannel client = server.accept();
                int start = sticky
                        ? client.getRemoteAddress().toString().split(":")[0].hashCode()
                                + place.network().hashCode()
                        : backends.next();
                Thread.ofVirtual().name("service").start(() -> forward(client, place, port, start));
            } catch (IOException e) {
                if (server.isOpen()) {
                    failures.accept(e);
                }
            }
        }
    }

    /** A caller whom nobody answers is hung up on, as with any port on which nobody listens. */
    private void forward(SocketChannel client, Place place, JsonNode port, int start) {
        try (client) {
            SocketChannel backend = backends.connect(place.service(), port, start);
            new Splice(Channel.of(client), Channel.of(backend)).run();
        } catch (IOException e) {
            // Closing is the answer.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void close(ServerSocketChannel server) {
        try {
            server.close();
        } catch (IOException e) {
            failures.accept(e);
        }
    }

    @Override
    public void close() {
        // Outside the lock: what is being reconciled needs it to come to its end.
        reconciler.close();
        synchronized (this) {
            listening.values().forEach(this::close);
            listening.clear();
        }
    }
}
