package dev.s2ioc.cluster.network.route;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often each caller comes to each route, for routes that want it limited. */
final class RouteLimits {
    private static final Duration OF_CONNECTIONS = Duration.ofSeconds(3);
    private static final Duration OF_REQUESTS = Duration.ofSeconds(10);

    /** The visits of one caller to one route. */
    private static final class Visits {
        private final Deque<Long> begun = new ArrayDeque<>();
        private int present;

        private long since(Duration time) {
            long from = System.nanoTime() - time.toNanos();
            return begun.stream().filter(each -> each - from > 0).count();
        }
    }

    private final Map<String, Visits> visits = new ConcurrentHashMap<>();

    private static String key(RouteTable.Entry route, String caller) {
        return route.key() + " " + caller;
    }

    /** Lets a caller in or not; one that is let in leaves. */
    boolean enter(RouteTable.Entry route, String caller) {
        RouteOptions options = route.options();
        boolean limited = options.limit("concurrent-tcp").isPresent()
                || options.limit("rate-tcp").isPresent()
                || options.limit("rate-http").isPresent();
        if (!limited) {
            return true;
        }
        Visits all = visits.computeIfAbsent(key(route, caller), none -> new Visits());
        synchronized (all) {
            all.begun.add(System.nanoTime());
            while (all.begun.size() > all.since(OF_REQUESTS)) {
                all.begun.removeFirst();
            }
            all.present++;
            boolean admitted = isBelow(
                            all.present, options.limit("concurrent-tcp").orElse(0))
                    && isBelow(
                            all.since(OF_CONNECTIONS), options.limit("rate-tcp").orElse(0))
                    && isBelow(
                            all.since(OF_REQUESTS), options.limit("rate-http").orElse(0));
            if (!admitted) {
                all.present--;
            }
            return admitted;
        }
    }

    /** @param limit 0 for none; who reaches it is refused, as the one that counts has come already */
    private static boolean isBelow(long count, int limit) {
        return limit == 0 || count < limit;
    }

    void leave(RouteTable.Entry route, String caller) {
        Visits all = visits.get(key(route, caller));
        if (all != null) {
            synchronized (all) {
                all.present--;
            }
        }
    }
}
