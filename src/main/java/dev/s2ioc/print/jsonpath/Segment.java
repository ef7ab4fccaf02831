package dev.s2ioc.print.jsonpath;

import java.util.List;

/** A part of a template, printed one after the other. */
sealed interface Segment {

    /** What stands outside braces. */
    record Text(String text) implements Segment {}

    /** {@code {.a.b}}: the values that the path finds. */
    record Path(List<Step> steps) implements Segment {}

    /** {@code {range .items[*]}…{end}}: the body once for each value. */
    record Range(List<Step> steps, List<Segment> body) implements Segment {}
}
