package dev.s2ioc.print;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.print.gotemplate.GoText;
import dev.s2ioc.print.jsonpath.JsonPath;
import dev.s2ioc.print.jsonpath.JsonPathException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@code -o custom-columns}: a table whose columns the user has named, each with a path. */
final class CustomColumns implements Printer {

    private record Column(String header, JsonPath path) {}

    private final List<Column> columns;
    private final boolean headers;

    private CustomColumns(List<Column> columns, boolean headers) {
        this.columns = columns;
        this.headers = headers;
    }

    /** From {@code NAME:.metadata.name,PHASE:.status.phase}. */
    static CustomColumns ofSpec(String spec, boolean headers) {
        if (spec.isEmpty()) {
            throw new PrintException("custom-columns format specified but no custom columns given");
        }
        List<Column> columns = new ArrayList<>();
        for (String part : spec.split(",")) {
            int colon = part.indexOf(':');
            if (colon < 0) {
                throw new PrintException(
                        "unexpected custom-columns spec: " + part + ", expected <header>:<json-path-expr>");
            }
            columns.add(new Column(part.substring(0, colon), path(part.substring(colon + 1))));
        }
        return new CustomColumns(columns, headers);
    }

    /** From two lines of words: the headers, and below them the paths. */
    static CustomColumns ofTemplate(String template, boolean headers) {
        String[] lines = template.split("\n");
        if (lines.length < 2 || lines[0].isBlank()) {
            throw new PrintException("invalid template, missing required line: the first line holds the headers,"
                    + " the second the paths");
        }
        String[] names = lines[0].strip().split("\\s+");
        String[] paths = lines[1].strip().split("\\s+");
        if (names.length != paths.length) {
            throw new PrintException("number of headers (" + names.length + ") and field specifications ("
                    + paths.length + ") don't match");
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            columns.add(new Column(names[i], path(paths[i])));
        }
        return new CustomColumns(columns, headers);
    }

    private static JsonPath path(String path) {
        try {
            return JsonPath.path(path);
        } catch (JsonPathException e) {
            throw new PrintException(e.getMessage(), e);
        }
    }

    @Override
    public void print(JsonNode object, PrintStream out) {
        TabWriter table = TabWriter.forTables();
        if (headers) {
            table.line(columns.stream().map(Column::header).toArray(String[]::new));
        }
        if (object.path("items").isArray()) {
            ObjectLists.items(object).forEach(item -> row(item, table));
        } else {
            row(object, table);
        }
        out.print(table);
    }

    private void row(JsonNode object, TabWriter table) {
        table.line(columns.stream().map(column -> cell(column, object)).toArray(String[]::new));
    }

    private static String cell(Column column, JsonNode object) {
        List<JsonNode> values;
        try {
            values = column.path().find(object);
        } catch (JsonPathException e) {
            throw new PrintException(e.getMessage(), e);
        }
        return values.isEmpty() ? "<none>" : values.stream().map(GoText::of).collect(Collectors.joining(","));
    }
}
