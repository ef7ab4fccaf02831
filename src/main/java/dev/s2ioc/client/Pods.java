package dev.s2ioc.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The pods of deployments, jobs, services and whatever else selects pods by labels. */
public final class Pods {
    private final Session session;

    public Pods(Session session) {
        this.session = session;
    }

    /**
     * The pods that an object selects, the one whose log says most first: running before others, ready before others, then
     * the oldest.
     *
     * @param wait how long to wait for the first pod
     * @throws SelectionException if the object selects no pods, or there are none in that time
     */
    public List<JsonNode> of(ResourceType type, JsonNode object, Duration wait) throws InterruptedException {
        String selector = selector(type, object);
        long end = System.nanoTime() + wait.toNanos();
        while (true) {
            List<JsonNode> pods = new ArrayList<>();
            session.resources()
                    .list(KnownTypes.POD, ListOptions.ALL.withLabels(selector))
                    .path("items")
                    .forEach(pods::add);
            if (!pods.isEmpty()) {
                pods.sort(Comparator.comparing((JsonNode pod) -> !isRunning(pod))
                        .thenComparing(pod -> !isReady(pod))
                        .thenComparing(
                                pod -> pod.at("/metadata/creationTimestamp").asText()));
                return pods;
            }
            if (System.nanoTime() > end) {
                throw new SelectionException("no pods of " + type.singular() + "/" + Builds.name(object) + " in "
                        + wait.toSeconds() + "s; see 's2ioc describe " + type.singular() + " "
                        + Builds.name(object) + "'");
            }
            Thread.sleep(Math.min(500, Math.max(1, wait.toMillis())));
        }
    }

    private static String selector(ResourceType type, JsonNode object) {
        String selector = selector(object.at("/spec/selector"));
        if (selector.isEmpty()) {
            throw new SelectionException(type.singular() + "/" + Builds.name(object)
                    + " selects no pods; name a pod, or something that has pods, as deploy/NAME");
        }
        return selector;
    }

    /** A label selector in the form of a query, from either form that objects have; empty if it selects nothing. */
    public static String selector(JsonNode selector) {
        JsonNode labels = selector.has("matchLabels") || selector.has("matchExpressions")
                ? selector.path("matchLabels")
                : selector;
        List<String> parts = new ArrayList<>();
        labels.properties()
                .forEach(label ->
                        parts.add(label.getKey() + "=" + label.getValue().asText()));
        selector.path("matchExpressions").forEach(expression -> parts.add(expression(expression)));
        parts.sort(null);
        return String.join(",", parts);
    }

    private static String expression(JsonNode expression) {
        String key = expression.path("key").asText();
        List<String> values = new ArrayList<>();
        expression.path("values").forEach(value -> values.add(value.asText()));
        String list = "(" + String.join(",", values) + ")";
        return switch (expression.path("operator").asText()) {
            case "In" -> key + " in " + list;
            case "NotIn" -> key + " notin " + list;
            case "DoesNotExist" -> "!" + key;
            default -> key;
        };
    }

    private static boolean isRunning(JsonNode pod) {
        return pod.at("/status/phase").asText().equals("Running");
    }

    private static boolean isReady(JsonNode pod) {
        for (JsonNode condition : pod.at("/status/conditions")) {
            if (condition.path("type").asText().equals("Ready")) {
                return condition.path("status").asText().equals("True");
            }
        }
        return false;
    }
}
