package dev.s2ioc.print.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** One step of a path: what it makes of the values that the steps before it have found. */
sealed interface Step {

    /** {@code .name}; an empty name stays where it is. */
    record Field(String name) implements Step {}

    /** {@code .*} */
    record Wildcard() implements Step {}

    /** {@code ..} */
    record Descent() implements Step {}

    /** {@code [2]}, {@code [1:3]}, {@code [*]}, {@code [::2]}. */
    record Slice(Optional<Integer> from, Optional<Integer> to, Optional<Integer> stride, boolean single)
            implements Step {}

    /** {@code [?(@.a=="b")]}; an empty operator asks whether the left side exists. */
    record Filter(List<Step> left, String operator, List<Step> right) implements Step {}

    /** {@code ['a','b']} */
    record Union(List<List<Step>> branches) implements Step {}

    /** A quoted text, a number or a boolean: the value itself. */
    record Constant(JsonNode value) implements Step {}

    /** A bare word: {@code range} and {@code end} mean something, others do not. */
    record Word(String word) implements Step {}
}
