package dev.s2ioc.print.gotemplate;

import java.util.List;
import java.util.Optional;

/** A part of a template. */
sealed interface Node {

    record Text(String text) implements Node {}

    record Action(Pipeline pipeline) implements Node {}

    record If(Pipeline pipeline, List<Node> body, List<Node> otherwise) implements Node {}

    record With(Pipeline pipeline, List<Node> body, List<Node> otherwise) implements Node {}

    record Range(Pipeline pipeline, List<Node> body, List<Node> otherwise) implements Node {}

    /** {@code {{template "name" .}}}; without a pipeline it is applied to nothing. */
    record Call(String name, Optional<Pipeline> pipeline) implements Node {}

    record Break() implements Node {}

    record Continue() implements Node {}
}
