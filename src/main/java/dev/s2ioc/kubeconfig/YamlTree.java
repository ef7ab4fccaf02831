package dev.s2ioc.kubeconfig;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Changes a YAML tree in place and writes it: what is not touched stays, quotes and comments too. */
final class YamlTree {
    /** Texts that readers of YAML 1.1, as kubectl is one, take for something else. */
    private static final Pattern AMBIGUOUS = Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null|~"
            + "|[-+]?[.0-9][0-9_]*(\\.[0-9_]*)?(e[-+]?[0-9]+)?|0[xob][0-9a-f_]+"
            + "|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*|[-+]?\\.(inf|nan)");

    private YamlTree() {}

    static String text(Node root) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setDumpComments(true)
                .setSplitLines(false)
                .build();
        return new Present(settings)
                .emitToString(new Serialize(settings).serializeOne(root).iterator());
    }

    static MappingNode mapping() {
        return new MappingNode(Tag.MAP, new ArrayList<>(), FlowStyle.BLOCK);
    }

    static ScalarNode scalar(String text) {
        boolean quoted = text.isEmpty() || AMBIGUOUS.matcher(text).matches();
        return new ScalarNode(Tag.STR, text, quoted ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.PLAIN);
    }

    static ScalarNode scalar(boolean value) {
        return new ScalarNode(Tag.BOOL, Boolean.toString(value), ScalarStyle.PLAIN);
    }

    static Optional<Node> get(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .filter(tuple -> isKey(tuple, key))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    /** Sets a key where it stands; a new one goes to its place in the alphabet, as kubectl writes. */
    static void set(MappingNode mapping, String key, Node value) {
        List<NodeTuple> tuples = mapping.getValue();
        for (int i = 0; i < tuples.size(); i++) {
            if (isKey(tuples.get(i), key)) {
                tuples.set(i, new NodeTuple(tuples.get(i).getKeyNode(), value));
                return;
            }
        }
        int place = 0;
        while (place < tuples.size() && keyOf(tuples.get(place)).compareTo(key) < 0) {
            place++;
        }
        tuples.add(place, new NodeTuple(scalar(key), value));
    }

    static void remove(MappingNode mapping, String key) {
        mapping.getValue().removeIf(tuple -> isKey(tuple, key));
    }

    /** The mapping under a key; made if there is none. */
    static MappingNode child(MappingNode mapping, String key) {
        if (get(mapping, key).orElse(null) instanceof MappingNode child
                && !child.getValue().isEmpty()) {
            return child;
        }
        MappingNode child = mapping();
        set(mapping, key, child);
        return child;
    }

    /** The list under a key; made if there is none. */
    static List<Node> list(MappingNode mapping, String key) {
        if (get(mapping, key).orElse(null) instanceof SequenceNode list
                && !list.getValue().isEmpty()) {
            return list.getValue();
        }
        SequenceNode list = new SequenceNode(Tag.SEQ, new ArrayList<>(), FlowStyle.BLOCK);
        set(mapping, key, list);
        return list.getValue();
    }

    /** The element of a list that has this name. */
    static Optional<MappingNode> named(List<Node> list, String name) {
        return list.stream()
                .filter(MappingNode.class::isInstance)
                .map(MappingNode.class::cast)
                .filter(item -> nameOf(item).equals(name))
                .findFirst();
    }

    /** Adds an element with a name, before the first whose name is greater: a sorted list stays sorted. */
    static MappingNode add(List<Node> list, String name) {
        MappingNode item = mapping();
        set(item, "name", scalar(name));
        int place = 0;
        while (place < list.size() && nameOf(list.get(place)).compareTo(name) < 0) {
            place++;
        }
        list.add(place, item);
        return item;
    }

    private static String nameOf(Node item) {
        return item instanceof MappingNode mapping
                ? get(mapping, "name").map(YamlTree::textOf).orElse("")
                : "";
    }

    private static boolean isKey(NodeTuple tuple, String key) {
        return keyOf(tuple).equals(key);
    }

    private static String keyOf(NodeTuple tuple) {
        return textOf(tuple.getKeyNode());
    }

    private static String textOf(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
