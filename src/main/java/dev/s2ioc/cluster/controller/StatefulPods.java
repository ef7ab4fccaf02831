package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The pods of a stateful set, by their ordinals. */
record StatefulPods(JsonNode set, TreeMap<Long, ObjectNode> all, Instant now) {
    static final String REVISION = "controller-revision-hash";

    static StatefulPods of(JsonNode set, List<ObjectNode> pods, Instant now) {
        TreeMap<Long, ObjectNode> all = new TreeMap<>();
        pods.forEach(pod -> ordinal(set, pod).ifPresent(ordinal -> all.put(ordinal, pod)));
        return new StatefulPods(set, all, now);
    }

    /** Empty for a pod that is called otherwise than the set's are. */
    static OptionalLong ordinal(JsonNode set, JsonNode pod) {
        String prefix = Json.at(set, "metadata", "name") + "-";
        String name = Json.at(pod, "metadata", "name");
        return name.startsWith(prefix) && name.substring(prefix.length()).matches("0|[1-9][0-9]{0,8}")
                ? OptionalLong.of(Long.parseLong(name.substring(prefix.length())))
                : OptionalLong.empty();
    }

    long first() {
        return set.path("spec").path("ordinals").path("start").asLong(0);
    }

    long replicas() {
        return set.path("spec").path("replicas").asLong();
    }

    /** The first ordinal beyond those that are wanted. */
    long end() {
        return first() + replicas();
    }

    Optional<ObjectNode> at(long ordinal) {
        return Optional.ofNullable(all.get(ordinal));
    }

    /** Those that are not wanted, the last one first. */
    List<ObjectNode> surplus() {
        return all.descendingMap().entrySet().stream()
                .filter(each -> each.getKey() < first() || each.getKey() >= end())
                .map(Map.Entry::getValue)
                .toList();
    }

    boolean isReady(JsonNode pod) {
        return PodState.phase(pod).equals("Running") && PodState.isReady(pod);
    }

    boolean isHealthy(JsonNode pod) {
        return isReady(pod) && !Claims.isLeaving(pod);
    }

    boolean isAvailable(JsonNode pod) {
        return isReady(pod)
                && PodState.isAvailable(
                        pod, set.path("spec").path("minReadySeconds").asLong(0), now);
    }

    static String revision(JsonNode pod) {
        return Json.at(pod.path("metadata").path("labels"), REVISION);
    }

    long count(Predicate<JsonNode> which) {
        return all.values().stream().filter(which).count();
    }
}
