package dev.s2ioc.cluster.network.route;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.network.Backends;
import dev.s2ioc.cluster.network.ServiceKind;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import dev.s2ioc.cluster.store.Store;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Connects to one of the services of a route: each gets its share of the requests. */
final class RouteBackends {
    private static final int USUAL_WEIGHT = 100;

    private final Store store;
    private final Backends backends;
    private final Map<Key, AtomicInteger> turns = new ConcurrentHashMap<>();

    RouteBackends(Store store, Backends backends) {
        this.store = store;
        this.backends = backends;
    }

    /** The service whose turn it is, else another one. */
    SocketChannel connect(RouteTable.Entry route) throws IOException {
        IOException last = new IOException("route " + route.key().name() + " has no service with a weight");
        for (String service : order(route)) {
            Key key = new Key(ServiceKind.TYPE.resource(), route.key().namespace(), service);
            String wanted = wanted(key, Json.at(route.spec(), "port", "targetPort"));
            try {
                return backends.connect(key, port -> isPort(port, wanted), backends.next());
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    /** A port's name is the service's; that of the pods' port is taken for it, which is what exposing an unnamed port writes. */
    private String wanted(Key service, String port) {
        return store.get(service).stream()
                .flatMap(found -> found.path("spec").path("ports").valueStream())
                .filter(each -> Json.at(each, "targetPort").equals(port))
                .map(each -> Json.at(each, "name"))
                .findFirst()
                .orElse(port);
    }

    private static boolean isPort(JsonNode port, String wanted) {
        return wanted.isEmpty()
                || Json.at(port, "name").equals(wanted)
                || port.path("port").asText().equals(wanted);
    }

    private List<String> order(RouteTable.Entry route) {
        Map<String, Integer> weights = weights(route.spec());
        int total = weights.values().stream().mapToInt(Integer::intValue).sum();
        if (total == 0) {
            return List.of();
        }
        int divisor = weights.values().stream().reduce(0, RouteBackends::divisor);
        int turn =
                turns.computeIfAbsent(route.key(), key -> new AtomicInteger()).getAndIncrement();
        int place = Math.floorMod(turn, total / divisor);
        List<String> order = new ArrayList<>();
        for (Map.Entry<String, Integer> each : weights.entrySet()) {
            place -= each.getValue() / divisor;
            order.add(place < 0 && place + each.getValue() / divisor >= 0 ? 0 : order.size(), each.getKey());
        }
        return order;
    }

    private static Map<String, Integer> weights(JsonNode spec) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        List<JsonNode> all = new ArrayList<>(List.of(spec.path("to")));
        spec.path("alternateBackends").forEach(all::add);
        for (JsonNode each : all) {
            int weight = each.path("weight").asInt(USUAL_WEIGHT);
            if (weight > 0) {
                weights.merge(Json.at(each, "name"), weight, Integer::sum);
            }
        }
        return weights;
    }

    private static int divisor(int a, int b) {
        return b == 0 ? a : divisor(b, a % b);
    }
}
