package dev.s2ioc.print.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Follows paths through an object. */
final class Walk {
    private final boolean allowMissingKeys;

    Walk(boolean allowMissingKeys) {
        this.allowMissingKeys = allowMissingKeys;
    }

    List<JsonNode> follow(List<Step> steps, List<JsonNode> from) {
        List<JsonNode> values = from;
        for (Step step : steps) {
            values = follow(step, values);
        }
        return values;
    }

    private List<JsonNode> follow(Step step, List<JsonNode> values) {
        List<JsonNode> found = new ArrayList<>();
        switch (step) {
            case Step.Field field -> field(field.name(), values, found);
            case Step.Wildcard() -> values.forEach(value -> value.forEach(found::add));
            case Step.Descent() -> values.forEach(value -> descend(value, found));
            case Step.Slice slice -> values.forEach(value -> slice(slice, value, found));
            case Step.Filter filter -> values.forEach(value -> filter(filter, value, found));
            case Step.Union(List<List<Step>> branches) ->
                branches.forEach(branch -> found.addAll(follow(branch, values)));
            case Step.Constant(JsonNode value) -> values.forEach(ignored -> found.add(value));
            case Step.Word(String word) -> throw new JsonPathException("unrecognized identifier " + word);
        }
        return found;
    }

    private void field(String name, List<JsonNode> values, List<JsonNode> found) {
        for (JsonNode value : values) {
            if (name.isEmpty()) {
                found.add(value);
            } else if (value.has(name)) {
                found.add(value.get(name));
            }
        }
        if (found.isEmpty() && !values.isEmpty() && !allowMissingKeys) {
            throw new JsonPathException(name + " is not found");
        }
    }

    private static void descend(JsonNode value, List<JsonNode> found) {
        if (!value.isEmpty()) {
            found.add(value);
            value.forEach(child -> descend(child, found));
        }
    }

    private static void slice(Step.Slice slice, JsonNode array, List<JsonNode> found) {
        if (array.isNull()) {
            return;
        }
        if (!array.isArray()) {
            throw new JsonPathException(typeOf(array) + " is not array or slice");
        }
        int size = array.size();
        int from = fromEnd(slice.from().orElse(0), size);
        int to = slice.single() ? from + 1 : fromEnd(slice.to().orElse(size), size);
        if (from == to) {
            return;
        }
        requireWithin(from, size);
        requireWithin(to - 1, size);
        if (from > to) {
            throw new JsonPathException("starting index " + from + " is greater than ending index " + to);
        }
        int stride = slice.stride().orElse(1);
        if (stride <= 0) {
            throw new JsonPathException("step must be > 0");
        }
        for (int i = from; i < to; i += stride) {
            found.add(array.get(i));
        }
    }

    private static int fromEnd(int index, int size) {
        return index < 0 ? index + size : index;
    }

    private static void requireWithin(int index, int size) {
        if (index < 0 || index >= size) {
            throw new JsonPathException("array index out of bounds: index " + index + ", length " + size);
        }
    }

    private void filter(Step.Filter filter, JsonNode array, List<JsonNode> found) {
        if (!array.isArray()) {
            throw new JsonPathException(typeOf(array) + " is not array or slice and cannot be filtered");
        }
        for (JsonNode item : array) {
            if (passes(filter, item)) {
                found.add(item);
            }
        }
    }

    private boolean passes(Step.Filter filter, JsonNode item) {
        // Whether a key is there is what a filter asks: one that is missing is an answer, never a failure.
        List<JsonNode> left = new Walk(true).follow(filter.left(), List.of(item));
        if (filter.operator().isEmpty()) {
            return !left.isEmpty();
        }
        List<JsonNode> right = new Walk(true).follow(filter.right(), List.of(item));
        if (left.isEmpty() || right.isEmpty()) {
            return false;
        }
        if (left.size() > 1 || right.size() > 1) {
            throw new JsonPathException("can only compare one element at a time");
        }
        return Comparison.holds(left.getFirst(), filter.operator(), right.getFirst());
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT, POJO -> "map[string]interface {}";
            case STRING, BINARY -> "string";
            case NUMBER -> value.isIntegralNumber() ? "int64" : "float64";
            case BOOLEAN -> "bool";
            case ARRAY -> "[]interface {}";
            case NULL, MISSING -> "nil";
        };
    }
}
