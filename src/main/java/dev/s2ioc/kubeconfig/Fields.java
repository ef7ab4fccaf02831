package dev.s2ioc.kubeconfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One mapping of a kubeconfig file, for reading.
 *
 * @param owner how messages name it: {@code cluster "dev"}
 * @param directory where relative paths in it start
 */
record Fields(String owner, List<NodeTuple> tuples, Path directory) {

    static Fields of(String owner, Node node, Path directory) {
        return new Fields(owner, node instanceof MappingNode mapping ? mapping.getValue() : List.of(), directory);
    }

    /** Nothing is set. */
    static Fields empty(String owner) {
        return new Fields(owner, List.of(), Path.of(""));
    }

    Optional<Node> node(String key) {
        return tuples.stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    /** The text of a field; empty when it is absent, null or blank. */
    Optional<String> text(String key) {
        return node(key).flatMap(Fields::text);
    }

    private static Optional<String> text(Node node) {
        if (!(node instanceof ScalarNode scalar) || scalar.isPlain() && isNull(scalar.getValue())) {
            return Optional.empty();
        }
        return Optional.of(scalar.getValue()).filter(value -> !value.isBlank());
    }

    private static boolean isNull(String plain) {
        return plain.equals("null") || plain.equals("~");
    }

    boolean flag(String key) {
        String value = text(key).orElse("false");
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new KubeconfigException(owner + ": " + key + " must be true or false, not \"" + value + "\"");
        };
    }

    List<String> texts(String key) {
        return node(key).map(Fields::textsOf).orElse(List.of());
    }

    private static List<String> textsOf(Node node) {
        return node instanceof SequenceNode sequence
                ? sequence.getValue().stream()
                        .flatMap(item -> text(item).stream())
                        .toList()
                : List.of();
    }

    Fields child(String key) {
        return of(owner, node(key).orElse(null), directory);
    }

    List<Fields> children(String key) {
        List<Fields> children = new ArrayList<>();
        if (node(key).orElse(null) instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> children.add(of(owner, item, directory)));
        }
        return children;
    }

    /** Every key with its list of texts. */
    Map<String, List<String>> lists() {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        for (NodeTuple tuple : tuples) {
            text(tuple.getKeyNode()).ifPresent(key -> lists.put(key, textsOf(tuple.getValueNode())));
        }
        return lists;
    }

    /** A path, relative to the directory of the file that it stands in. */
    Optional<Path> path(String key) {
        return text(key).map(directory::resolve);
    }

    /** What {@code KEY-data} holds in base64, else the content of the file that {@code KEY} names. */
    Optional<byte[]> content(String key) {
        Optional<String> data = text(key + "-data");
        return data.isPresent()
                ? data.map(text -> decoded(key, text))
                : path(key).map(path -> read(key, path));
    }

    private byte[] decoded(String key, String data) {
        try {
            return Base64.getMimeDecoder().decode(data);
        } catch (IllegalArgumentException e) {
            throw new KubeconfigException(owner + ": " + key + "-data is not base64", e);
        }
    }

    private byte[] read(String key, Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new KubeconfigException(
                    "invalid configuration: unable to read " + key + " " + path + " for " + owner + ": "
                            + FileProblem.of(e),
                    e);
        }
    }
}
