package dev.s2ioc.cluster.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The circumstances of one request: who asks, where, and with which query parameters.
 *
 * @param namespace empty for cluster-scoped resources, and for lists over all namespaces
 * @param dryRun go through everything, keep nothing
 * @param warnings what the answer's Warning headers shall say; add to it
 */
public record Call(
        User user, String namespace, Map<String, List<String>> query, boolean dryRun, List<String> warnings) {

    public Call(User user, String namespace, Map<String, List<String>> query) {
        this(user, namespace, query, query.getOrDefault("dryRun", List.of()).contains("All"), new ArrayList<>());
    }

    /** A call of the cluster's own parts. */
    public static Call internal(String namespace) {
        return new Call(User.SYSTEM, namespace, Map.of());
    }

    /** The same request, in another namespace. */
    public Call in(String other) {
        return new Call(user, other, query, dryRun, warnings);
    }

    /** The same request, of which nothing shall be kept. */
    public Call dry() {
        return new Call(user, namespace, query, true, warnings);
    }

    public Optional<String> parameter(String name) {
        return parameters(name).stream().findFirst().filter(value -> !value.isEmpty());
    }

    public List<String> parameters(String name) {
        return query.getOrDefault(name, List.of());
    }

    /** A boolean parameter, as Go reads them. */
    public boolean flag(String name) {
        return parameter(name)
                .filter(value -> List.of("1", "t", "T", "true", "TRUE", "True").contains(value))
                .isPresent();
    }
}
