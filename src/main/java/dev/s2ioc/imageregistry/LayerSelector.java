package dev.s2ioc.imageregistry;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which layers of an image are meant: {@code [1]}, {@code [-2:]}, {@code [~sha256:ab12]} behind its name. */
public interface LayerSelector {

    /** All of them. */
    LayerSelector ALL = layers -> layers;

    Pattern RANGE = Pattern.compile("(-?\\d{1,6})?:(-?\\d{1,6})?");

    /** @throws IllegalArgumentException if the image has no such layers */
    List<Blob> select(List<Blob> layers);

    /**
     * Reads what stands between the brackets.
     *
     * @throws IllegalArgumentException if it selects nothing
     */
    static LayerSelector parse(String text) {
        if (text.startsWith("~")) {
            return layers -> prefixed(text.substring(1), layers);
        }
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            int from =
                    Optional.ofNullable(range.group(1)).map(Integer::parseInt).orElse(0);
            Optional<Integer> to = Optional.ofNullable(range.group(2)).map(Integer::parseInt);
            if (to.filter(end -> end > 0 && end < from).isPresent()) {
                throw new IllegalArgumentException("[from:to] to must be larger than from");
            }
            return layers -> range(from, to, layers);
        }
        if (text.matches("-?\\d{1,6}")) {
            return layers -> at(Integer.parseInt(text), layers);
        }
        throw new IllegalArgumentException(
                "the layer selector [" + text + "] is not valid, must be [from:to], [index], or [~digest]");
    }

    private static List<Blob> prefixed(String prefix, List<Blob> layers) {
        List<Blob> found = layers.stream()
                .filter(layer ->
                        layer.digest().startsWith(prefix) || layer.digest().startsWith("sha256:" + prefix))
                .toList();
        return switch (found.size()) {
            case 0 -> throw new IllegalArgumentException("no layers start with '" + prefix + "'");
            case 1 -> found;
            default ->
                throw new IllegalArgumentException(
                        "multiple layers start with '" + prefix + "', you must be more specific");
        };
    }

    private static List<Blob> at(int index, List<Blob> layers) {
        int at = index < 0 ? layers.size() + index : index;
        if (at < 0 || at >= layers.size()) {
            throw new IllegalArgumentException(
                    "tried to select layer " + index + ", but image only has " + layers.size() + " layers");
        }
        return List.of(layers.get(at));
    }

    private static List<Blob> range(int from, Optional<Integer> to, List<Blob> layers) {
        int size = layers.size();
        int first = from < 0 ? size + from : from;
        int end = to.map(last -> Math.min(last < 0 ? size + last : last, size)).orElse(size);
        if (first < 0 || end < 0 || first >= size) {
            throw new IllegalArgumentException("tried to select [" + from + ":"
                    + to.map(String::valueOf).orElse("") + "], but image only has " + size + " layers");
        }
        return layers.subList(Math.min(first, end), Math.max(first, end));
    }
}
