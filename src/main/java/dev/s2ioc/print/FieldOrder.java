package dev.s2ioc.print;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.print.jsonpath.JsonPath;
import dev.s2ioc.print.jsonpath.JsonPathException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Sorts by a field, as {@code --sort-by} does: numbers and quantities by value, text so that {@code app-2} comes before
 * {@code app-10}. What has no such field comes first; equals stay in their order.
 */
public final class FieldOrder {
    private final String words;
    private final JsonPath path;

    private FieldOrder(String words, JsonPath path) {
        this.words = words;
        this.path = path;
    }

    /** @throws PrintException if the path cannot be read */
    public static FieldOrder by(String path) {
        try {
            return new FieldOrder(path, JsonPath.path(path));
        } catch (JsonPathException e) {
            throw new PrintException(e.getMessage(), e);
        }
    }

    /** One of the things to sort, and what its field holds. */
    private record Keyed<T>(T thing, Optional<JsonNode> key) {}

    /**
     * The things in order.
     *
     * @throws PrintException if none of them has the field
     */
    public <T> List<T> sorted(List<T> things, Function<? super T, ? extends JsonNode> object) {
        List<Keyed<T>> keyed = new ArrayList<>();
        for (T thing : things) {
            keyed.add(new Keyed<>(thing, path.find(object.apply(thing)).stream().findFirst()));
        }
        if (!things.isEmpty() && keyed.stream().allMatch(one -> one.key().isEmpty())) {
            throw new PrintException(
                    "couldn't find any field with path \"" + shownPath() + "\" in the list of objects");
        }
        keyed.sort((a, b) -> {
            if (a.key().isEmpty() || b.key().isEmpty()) {
                return Boolean.compare(a.key().isPresent(), b.key().isPresent());
            }
            return compare(a.key().get(), b.key().get());
        });
        return keyed.stream().map(Keyed::thing).toList();
    }

    private String shownPath() {
        return words.startsWith("{") ? words : "{" + (words.startsWith(".") ? "" : ".") + words + "}";
    }

    private static int compare(JsonNode a, JsonNode b) {
        if (a.isNumber() && b.isNumber()) {
            return a.decimalValue().compareTo(b.decimalValue());
        }
        Optional<BigDecimal> first = Quantity.value(a.asText());
        Optional<BigDecimal> second = Quantity.value(b.asText());
        if (first.isPresent() && second.isPresent()) {
            return first.get().compareTo(second.get());
        }
        return NATURAL.compare(a.asText(), b.asText());
    }

    /** Runs of digits compare by value, everything else letter by letter. */
    private static final Comparator<String> NATURAL = (a, b) -> {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            if (isDigit(a, i) && isDigit(b, j)) {
                String first = digits(a, i);
                String second = digits(b, j);
                i += first.length();
                j += second.length();
                int byValue = new BigDecimal(first).compareTo(new BigDecimal(second));
                if (byValue != 0) {
                    return byValue;
                }
                if (first.length() != second.length()) {
                    return Integer.compare(first.length(), second.length());
                }
            } else if (a.charAt(i) != b.charAt(j)) {
                return Character.compare(a.charAt(i), b.charAt(j));
            } else {
                i++;
                j++;
            }
        }
        return Integer.compare(a.length() - i, b.length() - j);
    };

    private static boolean isDigit(String text, int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static String digits(String text, int from) {
        int to = from;
        while (to < text.length() && isDigit(text, to)) {
            to++;
        }
        return text.substring(from, to);
    }
}
