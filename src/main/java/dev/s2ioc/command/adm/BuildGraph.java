package dev.s2ioc.command.adm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which tags of image streams are built from which others, by way of BuildConfigs. */
final class BuildGraph {
    /**
     * A tag of an image stream, or a BuildConfig.
     *
     * @param name with its type: {@code istag/base:latest}, {@code bc/app}
     */
    record Node(String namespace, String name) implements Comparable<Node> {
        @Override
        public int compareTo(Node other) {
            return Comparator.comparing(Node::namespace)
                    .thenComparing(Node::name)
                    .compare(this, other);
        }
    }

    private final Map<Node, TreeSet<Node>> next = new TreeMap<>();
    private final boolean triggersOnly;
    private final boolean reverse;

    /**
     * @param triggersOnly images count only if a new one starts a build
     * @param reverse from what is built to what it is built from
     */
    BuildGraph(boolean triggersOnly, boolean reverse) {
        this.triggersOnly = triggersOnly;
        this.reverse = reverse;
    }

    static Node tag(String namespace, String name) {
        return new Node(namespace, "istag/" + (name.contains(":") ? name : name + ":latest"));
    }

    void add(JsonNode config) {
        JsonNode metadata = config.path("metadata");
        String namespace = metadata.path("namespace").asText("");
        Node node = new Node(namespace, "bc/" + metadata.path("name").asText());
        JsonNode spec = config.path("spec");
        for (JsonNode from : inputs(spec)) {
            if (isTag(from)) {
                connect(tag(from, namespace), node);
            }
        }
        JsonNode output = spec.at("/output/to");
        if (isTag(output)) {
            connect(node, tag(output, namespace));
        }
    }

    private List<JsonNode> inputs(JsonNode spec) {
        List<JsonNode> inputs = new ArrayList<>();
        JsonNode strategy = spec.path("strategy");
        JsonNode base = strategy.findPath("from");
        for (JsonNode trigger : spec.path("triggers")) {
            if (trigger.path("type").asText().equals("ImageChange")) {
                JsonNode from = trigger.at("/imageChange/from");
                inputs.add(from.isObject() ? from : base);
            }
        }
        if (!triggersOnly) {
            inputs.add(base);
            spec.at("/source/images").forEach(image -> inputs.add(image.path("from")));
        }
        return inputs;
    }

    private static boolean isTag(JsonNode reference) {
        return reference.path("kind").asText("").equals("ImageStreamTag");
    }

    private static Node tag(JsonNode reference, String own) {
        return tag(
                reference.path("namespace").asText(own), reference.path("name").asText());
    }

    private void connect(Node from, Node to) {
        next.computeIfAbsent(from, node -> new TreeSet<>());
        next.computeIfAbsent(to, node -> new TreeSet<>());
        next.get(reverse ? to : from).add(reverse ? from : to);
    }

    boolean has(Node node) {
        return next.containsKey(node);
    }

    TreeSet<Node> after(Node node) {
        return next.get(node);
    }
}
