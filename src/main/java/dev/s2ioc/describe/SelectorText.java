package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.Pods;
import java.util.stream.Collectors;

/** Labels and selectors as they are written in one line. */
final class SelectorText {
    private SelectorText() {}

    /** {@code a=b,c in (d,e)}, from either form that objects have; {@code <none>} of nothing. */
    static String of(JsonNode selector) {
        String text = Pods.selector(selector);
        return text.isEmpty() ? "<none>" : text;
    }

    /** {@code a=b,c=d}; {@code <none>} of no labels. */
    static String ofLabels(JsonNode labels) {
        return labels.isEmpty()
                ? "<none>"
                : Outline.sorted(labels).entrySet().stream()
                        .map(label -> label.getKey() + "=" + label.getValue())
                        .collect(Collectors.joining(","));
    }
}
