package dev.s2ioc.cluster.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.Reconciler;
import dev.s2ioc.cluster.pod.PodAccess;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Tells each pod the names of services, in the file that it reads names from. */
final class HostsFiles implements AutoCloseable {
    private static final String MARK = "# Services of the cluster";
    /** All files are written at once, whatever has changed. */
    private static final Key ALL = new Key("hosts", "", "all");

    private final Machinery machinery;
    private final PodAccess pods;
    private final Reconciler reconciler;

    HostsFiles(Machinery machinery, PodAccess pods, Consumer<Throwable> failures) {
        this.machinery = machinery;
        this.pods = pods;
        this.reconciler = new Reconciler(
                        "hosts", machinery, key -> write(pods.rooms().values()), failures)
                .with(ServiceKind.TYPE, event -> Stream.of(ALL))
                .with(EndpointsKind.TYPE, event -> Stream.of(ALL));
    }

    void start() {
        reconciler.start();
        pods.listen((room, opened) -> {
            if (opened) {
                begin(room);
            }
        });
    }

    /** At once: the pod's first program may ask for a name as soon as it starts. */
    private void begin(PodAccess.Room room) {
        try {
            write(List.of(room));
        } catch (UncheckedIOException e) {
            // There it is tried again, and told.
            reconciler.later(ALL, Duration.ZERO);
        }
    }

    /** One after the other, each with the services of its time, so that no older ones come last. */
    private synchronized void write(Collection<PodAccess.Room> rooms) {
        List<ObjectNode> services = machinery.store().list(ServiceKind.TYPE.resource(), "");
        for (PodAccess.Room room : rooms) {
            try {
                write(room, services);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** In place: the file is mounted, a new one in its stead would not be seen. Who reads meanwhile finds no empty one. */
    private void write(PodAccess.Room room, List<ObjectNode> services) throws IOException {
        List<String> before = Files.readAllLines(room.hosts());
        List<String> lines = new ArrayList<>(
                before.stream().takeWhile(line -> !line.equals(MARK)).toList());
        lines.add(MARK);
        for (ObjectNode service : services) {
            String names = names(service, room.pod().namespace(), "");
            addresses(service, room).forEach(address -> lines.add(address + "\t" + names));
            named(service)
                    .forEach(each -> lines.add(Json.at(each, "ip") + "\t"
                            + names(service, room.pod().namespace(), Json.at(each, "hostname") + ".")));
        }
        if (!lines.equals(before)) {
            ByteBuffer text = StandardCharsets.UTF_8.encode(String.join("\n", lines) + "\n");
            try (FileChannel file = FileChannel.open(room.hosts(), StandardOpenOption.WRITE)) {
                while (text.hasRemaining()) {
                    file.write(text);
                }
                file.truncate(file.position());
            }
        }
    }

    /** @param host what comes before the service's name when one of its pods is meant */
    private static String names(JsonNode service, String namespace, String host) {
        String name = host + Json.at(service, "metadata", "name");
        String space = Json.at(service, "metadata", "namespace");
        String longer = name + "." + space;
        String all = longer + " " + longer + ".svc " + longer + ".svc.cluster.local";
        return space.equals(namespace) ? name + " " + all : all;
    }

    private Stream<String> addresses(JsonNode service, PodAccess.Room room) {
        String address = Json.at(service, "spec", "clusterIP");
        if (address.isEmpty()) {
            return Stream.empty();
        }
        return address.equals("None") || !room.sandbox().reachesServices()
                ? endpoints(service).map(each -> Json.at(each, "ip"))
                : Stream.of(address);
    }

    /** Pods that have a name of their own within the service. */
    private Stream<JsonNode> named(JsonNode service) {
        return endpoints(service).filter(each -> !Json.at(each, "hostname").isEmpty());
    }

    private Stream<JsonNode> endpoints(JsonNode service) {
        return machinery.store().get(Key.of(EndpointsKind.TYPE.resource(), service)).stream()
                .flatMap(endpoints -> endpoints.path("subsets").valueStream())
                .flatMap(subset -> subset.path("addresses").valueStream());
    }

    @Override
    public void close() {
        reconciler.close();
    }
}
