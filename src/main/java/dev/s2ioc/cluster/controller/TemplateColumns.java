package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.Column;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns that {@code get -o wide} adds for whatever makes pods. */
final class TemplateColumns {
    private TemplateColumns() {}

    static Column containers() {
        return Column.text(
                        "Containers", "Names of each container in the template.", (object, now) -> each(object, "name"))
                .wide();
    }

    static Column images() {
        return Column.text(
                        "Images",
                        "Images referenced by each container in the template.",
                        (object, now) -> each(object, "image"))
                .wide();
    }

    static Column selector() {
        return Column.text(
                        "Selector",
                        "The labels of the pods.",
                        (object, now) -> orNone(Selector.of(object).text()))
                .wide();
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "<none>" : text;
    }

    static String each(JsonNode object, String field) {
        JsonNode spec = object.path("spec");
        JsonNode template = spec.has("jobTemplate") ? spec.path("jobTemplate").path("spec") : spec;
        return template.path("template")
                .path("spec")
                .path("containers")
                .valueStream()
                .map(container -> Json.at(container, field))
                .collect(Collectors.joining(","));
    }

    static List<Column> plus(List<Column> columns) {
        return Stream.concat(columns.stream(), Stream.of(containers(), images(), selector()))
                .toList();
    }
}
