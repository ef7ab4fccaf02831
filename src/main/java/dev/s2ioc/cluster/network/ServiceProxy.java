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
    private static final String MACHINE = "127.0.0.1";

    /** @param network of sandboxes; empty for this machine */
    private record Place(Key service, String network, String address, int port) {}

    private final Machinery machinery;
    private final PodAccess pods;
    private final Backends backends;
    private final EventRecorder events;
    private final Consumer<Throwable> failures;
    private final Reconciler reconciler;
    private final Map<Place, ServerSocketChannel> listening = new HashMap<>();
    /** The ports of which it has been said that nothing is forwarded. */
    private final Set<Place> told = new HashSet<>();

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
        Set<Place> wanted = new HashSet<>();
        service.ifPresent(found -> wanted.addAll(places(key, found)));
        Set<Place> gone = new HashSet<>(listening.keySet());
        gone.removeIf(place -> !place.service().equals(key) || wanted.contains(place));
        gone.forEach(place -> close(listening.remove(place)));
        wanted.forEach(place -> {
            if (!listening.containsKey(place)) {
                listen(place, service.orElseThrow());
            }
        });
    }

    private Set<Place> places(Key key, JsonNode service) {
        Set<Place> places = new HashSet<>();
        String address = Json.at(service, "spec", "clusterIP");
        for (JsonNode port : service.path("spec").path("ports")) {
            int number = port.path("port").asInt();
            String protocol = Json.at(port, "protocol");
            if (!protocol.equals("TCP")) {
                if (told.add(new Place(key, Json.at(service, "metadata", "uid"), protocol, number))) {
                    events.warning(
                            service,
                            "ProtocolNotForwarded",
                            "port " + number + " is " + protocol + "; the local cluster forwards TCP only");
                }
                continue;
            }
            if (!address.isEmpty() && !address.equals("None")) {
                places.add(new Place(key, HERE, address, number));
                pods.rooms().values().stream()
                        .filter(room -> !room.sandbox().sharesNetwork())
                        .forEach(
                                room -> places.add(new Place(key, room.sandbox().network(), address, number)));
            }
            if (port.path("nodePort").asInt() > 0) {
                places.add(new Place(key, HERE, MACHINE, port.path("nodePort").asInt()));
            }
        }
        return places;
    }

    private void listen(Place place, JsonNode service) {
        InetSocketAddress address = new InetSocketAddress(place.address(), place.port());
        try {
            Optional<ServerSocketChannel> server = place.network().isEmpty()
                    ? Optional.of(ServerSocketChannel.open().bind(address))
                    : inside(place.network(), address);
            server.ifPresent(channel -> {
                listening.put(place, channel);
                Thread.ofVirtual().name("service-" + place.service().name()).start(() -> serve(channel, place));
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

    private void serve(ServerSocketChannel server, Place place) {
        while (server.isOpen()) {
            try {
                SocketChannel client = server.accept();
                Thread.ofVirtual().name("service").start(() -> forward(client, place));
            } catch (IOException e) {
                if (server.isOpen()) {
                    failures.accept(e);
                }
            }
        }
    }

    /** A caller whom nobody answers is hung up on, as with any port on which nobody listens. */
    private void forward(SocketChannel client, Place place) {
        try (client) {
            Optional<ObjectNode> service = machinery.store().get(place.service());
            Optional<JsonNode> port = service.flatMap(found -> port(found, place));
            if (port.isEmpty()) {
                return;
            }
            boolean sticky = Json.at(service.get(), "spec", "sessionAffinity").equals("ClientIP");
            int start = sticky ? caller(client, place).hashCode() : backends.next();
            SocketChannel backend = backends.connect(place.service(), port.get(), start);
            new Splice(Channel.of(client), Channel.of(backend)).run();
        } catch (IOException e) {
            // Closing is the answer.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As the service is now: it may have changed since somebody began to listen for it. */
    private static Optional<JsonNode> port(JsonNode service, Place place) {
        String field = place.address().equals(MACHINE) ? "nodePort" : "port";
        return service.path("spec")
                .path("ports")
                .valueStream()
                .filter(port -> port.path(field).asInt() == place.port()
                        && Json.at(port, "protocol").equals("TCP"))
                .findFirst();
    }

    private static String caller(SocketChannel client, Place place) throws IOException {
        return place.network() + " " + ((InetSocketAddress) client.getRemoteAddress()).getAddress();
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
