package dev.s2ioc.cluster.network.route;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.network.Backends;
import dev.s2ioc.cluster.network.ServiceKind;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import dev.s2ioc.cluster.store.Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Connects to one of the services of a route: each gets its share of the requests. */
final class RouteBackends {
    private static final int USUAL_WEIGHT = 100;

    private final Store store;
    private final Backends backends;
    private final Map<Key, AtomicInteger> turns = new ConcurrentHashMap<>();
    /** How many are with each backend. */
    private final Map<String, AtomicInteger> load = new ConcurrentHashMap<>();

    private final RouteLimits limits = new RouteLimits();

    RouteBackends(Store store, Backends backends) {
        this.store = store;
        this.backends = backends;
    }

    RouteLimits limits() {
        return limits;
    }

    /** A connection is over. */
    void left(Backends.Connection connection) {
        load.get(connection.backend()).decrementAndGet();
    }

    private static Key key(RouteTable.Entry route, String service) {
        return new Key(ServiceKind.TYPE.resource(), route.key().namespace(), service);
    }

    private Predicate<JsonNode> port(RouteTable.Entry route, Key service) {
        String wanted = wanted(service, Json.at(route.spec(), "port", "targetPort"));
        return port -> isPort(port, wanted);
    }

    private int start(RouteTable.Entry route, String caller) {
        return switch (balance(route)) {
            case "source" -> caller.hashCode();
            case "random" -> ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
            default -> backends.next();
        };
    }

    private static String balance(RouteTable.Entry route) {
        return route.options().balance(route.termination().equals("passthrough"));
    }

    /** Before all goes the one that the caller was with. */
    private Comparator<String> preference(RouteTable.Entry route, String former) {
        Comparator<String> known = Comparator.comparing(backend -> !backend.equals(former));
        return balance(route).equals("leastconn")
                ? known.thenComparing(backend ->
                        load.getOrDefault(backend, new AtomicInteger()).get())
                : known;
    }

    /**
     * A pod of the service whose turn it is, else of another one.
     *
     * @param former the one that the caller was with; empty for a new caller
     */
    Backends.Connection connect(RouteTable.Entry route, String caller, String former) throws IOException {
        IOException last = new IOException("route " + route.key().name() + " has no service with a weight");
        for (String service : order(route, former)) {
            Key key = key(route, service);
            try {
                Backends.Connection connection =
                        backends.open(key, port(route, key), start(route, caller), preference(route, former));
                load.computeIfAbsent(connection.backend(), none -> new AtomicInteger())
                        .incrementAndGet();
                return connection;
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

    private List<String> order(RouteTable.Entry route, String former) {
        List<String> order = new ArrayList<>(order(route));
        order.stream()
                .filter(service -> !former.isEmpty()
                        && backends.has(key(route, service), port(route, key(route, service)), former))
                .findFirst()
                .ifPresent(service -> {
                    order.remove(service);
                    order.addFirst(service);
                });
        return order;
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
