package dev.s2ioc.cluster.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How many pods each replica set of a deployment gets next. */
class RolloutTest {
    private static ObjectNode deployment(long replicas, String surge, String unavailable) {
        return Room.json("""
                {"metadata":{"name":"d","namespace":"n"},"spec":{"replicas":%d,
                  "strategy":{"type":"RollingUpdate","rollingUpdate":{"maxSurge":%s,"maxUnavailable":%s}},
                  "template":{"spec":{"containers":[{"image":"new"}]}}}}""".formatted(replicas, surge, unavailable));
    }

    private static ObjectNode set(String image, long replicas, long available) {
        return Room.json("""
                {"metadata":{"name":"%1$s","annotations":{"deployment.kubernetes.io/max-replicas":"13"},
                    "labels":{"pod-template-hash":"h"},"creationTimestamp":"%1$s"},
                  "spec":{"replicas":%2$d,"template":{"metadata":{"labels":{"pod-template-hash":"h"}},
                    "spec":{"containers":[{"image":"%1$s"}]}}},
                  "status":{"replicas":%2$d,"availableReplicas":%3$d}}""".formatted(image, replicas, available));
    }

    private static String scalings(List<Rollout.Scaling> all) {
        return all.stream()
                .map(each -> Json.at(each.set(), "metadata", "name") + "=" + each.replicas())
                .collect(Collectors.joining(" "));
    }

    private static Rollout rollout(ObjectNode deployment, ObjectNode... sets) {
        ObjectNode withLabels = deployment.deepCopy();
        Json.child(PodTemplate.in(withLabels), "metadata").putObject("labels");
        return Rollout.of(withLabels, List.of(sets));
    }

    @Test
    void a_replica_set_is_the_newest_by_its_template_whatever_its_hash() {
        Rollout rollout = rollout(deployment(1, "1", "0"), set("old", 1, 1), set("new", 0, 0));
        assertEquals("new", Json.at(rollout.newest().orElseThrow(), "metadata", "name"));
        assertEquals(1, rollout.older().size());
    }

    @Test
    void the_newest_grows_as_far_as_the_surge_allows() {
        assertEquals(
                3,
                rollout(deployment(10, "\"25%\"", "\"25%\""), set("old", 10, 10), set("new", 0, 0))
                        .nextOfNewest());
        assertEquals(
                0,
                rollout(deployment(4, "0", "1"), set("old", 4, 4), set("new", 0, 0))
                        .nextOfNewest());
        assertEquals(2, rollout(deployment(2, "1", "0"), set("new", 5, 5)).nextOfNewest());
    }

    @Test
    void older_ones_shrink_as_far_as_enough_stay_available() {
        assertEquals(
                "old=8",
                scalings(rollout(deployment(10, "3", "2"), set("old", 10, 10), set("new", 3, 0))
                        .shrinking()));
        assertEquals(
                "",
                scalings(rollout(deployment(2, "1", "0"), set("old", 2, 2), set("new", 1, 0))
                        .shrinking()));
        assertEquals(
                "old=1",
                scalings(rollout(deployment(2, "1", "0"), set("old", 2, 2), set("new", 1, 1))
                        .shrinking()));
    }

    @Test
    void those_that_are_not_available_go_first() {
        assertEquals(
                "bad=0",
                scalings(rollout(deployment(4, "1", "1"), set("bad", 2, 0), set("old", 3, 3), set("new", 0, 0))
                        .shrinking()));
    }

    @Test
    void a_rollout_without_surge_can_always_go_on() {
        assertEquals(1, rollout(deployment(1, "\"0%\"", "\"25%\"")).unavailable());
        assertTrue(scalings(rollout(deployment(1, "\"0%\"", "\"25%\""), set("old", 1, 1), set("new", 0, 0))
                        .shrinking())
                .equals("old=0"));
    }

    @Test
    void another_number_amid_a_rollout_is_shared_by_size() {
        Rollout rollout = rollout(deployment(20, "6", "2"), set("old", 8, 8), set("new", 5, 5));
        assertEquals("old=16 new=10", scalings(new Proportions(rollout).scalings()));
    }
}
