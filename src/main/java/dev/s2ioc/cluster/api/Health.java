package dev.s2ioc.cluster.api;

import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Store;
import dev.s2ioc.cluster.store.StoreException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** {@code /healthz}, {@code /livez} and {@code /readyz}, as a whole and check by check. */
final class Health {
    private static final Set<String> ROOTS = Set.of("healthz", "livez", "readyz");

    private final Map<String, BooleanSupplier> checks = new LinkedHashMap<>();

    Health(Store store) {
        checks.put("ping", () -> true);
        checks.put("store", () -> canRead(store));
    }

    private static boolean canRead(Store store) {
        try {
            store.keysIn("default");
            return true;
        } catch (StoreException e) {
            return false;
        }
    }

    static boolean isAsked(List<String> path) {
        return !path.isEmpty() && ROOTS.contains(path.getFirst()) && path.size() <= 2;
    }

    void serve(Exchange exchange, List<String> path) {
        Set<String> excluded = Set.copyOf(exchange.query().getOrDefault("exclude", List.of()));
        StringBuilder report = new StringBuilder();
        boolean healthy = true;
        for (Map.Entry<String, BooleanSupplier> check : chosen(path).entrySet()) {
            boolean left = excluded.contains(check.getKey());
            boolean good = left || check.getValue().getAsBoolean();
            healthy &= good;
            report.append(good ? "[+]" : "[-]").append(check.getKey());
            report.append(left ? " excluded: ok\n" : good ? " ok\n" : " failed: the store cannot be read\n");
        }
        String text = !healthy
                ? report + path.getFirst() + " check failed\n"
                : exchange.query().containsKey("verbose") ? report + path.getFirst() + " check passed\n" : "ok";
        exchange.send(
                healthy ? 200 : 500, "text/plain; charset=utf-8", text, Map.of("X-Content-Type-Options", "nosniff"));
    }

    private Map<String, BooleanSupplier> chosen(List<String> path) {
        if (path.size() == 1) {
            return checks;
        }
        if (!checks.containsKey(path.getLast())) {
            throw StatusException.noSuchPath();
        }
        return Map.of(path.getLast(), checks.get(path.getLast()));
    }

    /** The paths that there are. */
    List<String> paths() {
        return ROOTS.stream()
                .flatMap(root -> Stream.concat(
                        Stream.of("/" + root), checks.keySet().stream().map(check -> "/" + root + "/" + check)))
                .toList();
    }
}
