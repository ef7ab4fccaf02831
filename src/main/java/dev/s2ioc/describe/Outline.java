package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.print.TabWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A description as it grows: lines of a label and a value, whose values are aligned. */
final class Outline {
    private final StringBuilder done = new StringBuilder();
    private final boolean kubernetes;
    private TabWriter writer;

    private Outline(boolean kubernetes) {
        this.kubernetes = kubernetes;
        this.writer = newWriter();
    }

    /** In the manner of OpenShift's own kinds: aligned by tabs. */
    static Outline openShift() {
        return new Outline(false);
    }

    /** In the manner of Kubernetes' kinds: aligned by blanks. */
    static Outline kubernetes() {
        return new Outline(true);
    }

    private TabWriter newWriter() {
        return kubernetes ? TabWriter.forKubernetes() : TabWriter.forOpenShift();
    }

    boolean isKubernetes() {
        return kubernetes;
    }

    /** {@code label: value}; an empty value is {@code <none>}, further lines of it stand below the first. */
    Outline field(String label, String value) {
        return values(label, List.of((value.isEmpty() ? "<none>" : value).split("\n", -1)));
    }

    /** {@code label: value}, unless there is no value. */
    Outline optional(String label, String value) {
        return value.isEmpty() ? this : field(label, value);
    }

    /** One value a line, the first behind the label. */
    Outline values(String label, List<String> values) {
        String front = label + ":";
        for (String value : values.isEmpty() ? List.of("<none>") : values) {
            writer.line(front, value);
            front = "";
        }
        return this;
    }

    /** {@code key=value} lines, sorted. */
    Outline map(String label, JsonNode map) {
        return values(
                label,
                sorted(map).entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toList());
    }

    /** A line of cells. */
    Outline line(String... cells) {
        writer.line(cells);
        return this;
    }

    /** Ends the alignment: what follows is aligned by itself. */
    Outline separate() {
        done.append(writer);
        writer = newWriter();
        return this;
    }

    @Override
    public String toString() {
        return done + writer.toString();
    }

    /** The fields of an object of strings, by name. */
    static Map<String, String> sorted(JsonNode map) {
        TreeMap<String, String> sorted = new TreeMap<>();
        map.properties()
                .forEach(field -> sorted.put(field.getKey(), field.getValue().asText()));
        return sorted;
    }
}
