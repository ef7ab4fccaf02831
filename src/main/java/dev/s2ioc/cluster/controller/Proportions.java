package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.controller.Rollout.Scaling;
import dev.s2ioc.cluster.store.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How a deployment's replica sets share another number of pods, when that changes amid a rollout or while it is paused. */
record Proportions(Rollout rollout) {
    static final String DESIRED = "deployment.kubernetes.io/desired-replicas";
    static final String MAX = "deployment.kubernetes.io/max-replicas";

    /** Whether the deployment's number is another one than when its replica sets were scaled last. */
    boolean areOutdated() {
        return rollout.all().stream()
                .filter(set -> Rollout.replicas(set) > 0)
                .map(set -> Json.at(set.path("metadata").path("annotations"), DESIRED))
                .anyMatch(desired -> !desired.isEmpty() && !desired.equals(Long.toString(rollout.wanted())));
    }

    List<Scaling> scalings() {
        List<ObjectNode> active =
                rollout.all().stream().filter(set -> Rollout.replicas(set) > 0).toList();
        Optional<ObjectNode> only = active.size() > 1 ? Optional.empty() : onlyOne(active);
        if (only.isPresent() || active.isEmpty()) {
            return only.map(set -> List.of(new Scaling(set, rollout.wanted()))).orElse(List.of());
        }
        if (rollout.newest().filter(this::isSaturated).isPresent()) {
            return rollout.older().stream()
                    .filter(set -> Rollout.replicas(set) > 0)
                    .map(set -> new Scaling(set, 0))
                    .toList();
        }
        return rollout.isRolling() ? shared(active) : List.of();
    }

    private Optional<ObjectNode> onlyOne(List<ObjectNode> active) {
        return active.stream()
                .findFirst()
                .or(rollout::newest)
                .or(() -> rollout.older().isEmpty()
                        ? Optional.empty()
                        : Optional.of(rollout.older().getLast()));
    }

    private boolean isSaturated(JsonNode set) {
        return Rollout.replicas(set) == rollout.wanted()
                && Json.at(set.path("metadata").path("annotations"), DESIRED).equals(Long.toString(rollout.wanted()))
                && Rollout.available(set) == rollout.wanted();
    }

    private List<Scaling> shared(List<ObjectNode> active) {
        long allowed = rollout.wanted() > 0 ? rollout.wanted() + rollout.surge() : 0;
        long toAdd = allowed - Rollout.sum(active);
        Comparator<JsonNode> created = Comparator.comparing(set -> Json.at(set, "metadata", "creationTimestamp"));
        Comparator<JsonNode> order = Comparator.<JsonNode>comparingLong(set -> -Rollout.replicas(set))
                .thenComparing(toAdd > 0 ? created.reversed() : created);
        List<Scaling> scalings = new ArrayList<>();
        long added = 0;
        for (ObjectNode set : active.stream().sorted(order).toList()) {
            long part = part(set, toAdd, added);
            added += part;
            scalings.add(new Scaling(set, Rollout.replicas(set) + part));
        }
        Scaling first = scalings.getFirst();
        scalings.set(0, new Scaling(first.set(), Math.max(0, first.replicas() + toAdd - added)));
        return scalings;
    }

    private long part(JsonNode set, long toAdd, long added) {
        long left = toAdd - added;
        if (left == 0) {
            return 0;
        }
        if (rollout.wanted() == 0) {
            return Math.max(-Rollout.replicas(set), left);
        }
        String noted = Json.at(set.path("metadata").path("annotations"), MAX);
        long before = noted.matches("[1-9][0-9]*")
                ? Long.parseLong(noted)
                : rollout.deployment().path("status").path("replicas").asLong(0);
        long size = before == 0
                ? Rollout.replicas(set)
                : Math.round((double) Rollout.replicas(set) * (rollout.wanted() + rollout.surge()) / before);
        long part = size - Rollout.replicas(set);
        return toAdd > 0 ? Math.min(part, left) : Math.max(part, left);
    }
}
