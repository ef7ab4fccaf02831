package dev.s2ioc.cluster.api;

import java.util.Comparator;
import java.util.List;

/**
 * The order in which API groups are listed: Kubernetes' own by the priorities of its apiserver, then the others by name.
 * Clients look for a kind's name in this order, and {@code get all} prints in it.
 */
final class GroupOrder {
    private static final List<String> KUBERNETES = List.of(
            "apps",
            "events.k8s.io",
            "authentication.k8s.io",
            "authorization.k8s.io",
            "autoscaling",
            "batch",
            "certificates.k8s.io",
            "networking.k8s.io",
            "policy",
            "rbac.authorization.k8s.io",
            "storage.k8s.io",
            "apiextensions.k8s.io",
            "scheduling.k8s.io",
            "coordination.k8s.io",
            "node.k8s.io",
            "discovery.k8s.io");

    static final Comparator<String> BY_PRIORITY =
            Comparator.comparingInt(GroupOrder::place).thenComparing(Comparator.naturalOrder());

    private GroupOrder() {}

    private static int place(String group) {
        int place = KUBERNETES.indexOf(group);
        return place < 0 ? KUBERNETES.size() : place;
    }
}
