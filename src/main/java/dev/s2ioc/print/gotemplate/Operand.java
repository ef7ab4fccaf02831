package dev.s2ioc.print.gotemplate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A word of a command: a value, or the name of a function. */
sealed interface Operand {

    record Constant(JsonNode value) implements Operand {}

    /** {@code .}, the value that the template is applied to here. */
    record Dot() implements Operand {}

    /** {@code $x}; {@code $} is what the whole template is applied to. */
    record Variable(String name) implements Operand {}

    record Function(String name) implements Operand {}

    /** {@code (…)} */
    record Group(Pipeline pipeline) implements Operand {}

    /** {@code .a.b}, {@code $x.a}, {@code (…).a}. */
    record Chain(Operand base, List<String> fields) implements Operand {}
}
