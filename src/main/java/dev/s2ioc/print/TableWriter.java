package dev.s2ioc.print;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Prints tables in blocks: one header a block, a blank line between blocks. Within a block a column never becomes narrower,
 * so that rows that come later stand below those already printed.
 */
public final class TableWriter {
    private final TableOptions options;
    private final PrintStream out;
    private final List<List<String>> pending = new ArrayList<>();
    private final ColumnWidths widths = new ColumnWidths();
    private List<Table.Column> columns = List.of();
    private Block block = new Block("", false);
    private boolean hasHeader;
    private boolean hasPrinted;
    private boolean needsGap;

    /**
     * What the rows of a block have in common.
     *
     * @param kind stands before each name, as in {@code build.build.openshift.io/}; empty for none
     * @param namespaces with a first column for the namespace
     */
    private record Block(String kind, boolean namespaces) {}

    public TableWriter(TableOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Starts a block; what is pending of the one before is printed. */
    public void startBlock(String kind, boolean namespaces) {
        flush();
        widths.forget();
        columns = List.of();
        hasHeader = false;
        needsGap = hasPrinted && !options.noHeaders();
        block = new Block(kind, namespaces);
    }

    /** Adds the rows of a table. */
    public void add(Table table) {
        add(table, "");
    }

    /** Adds the rows of a table, with what has happened to their objects. */
    public void add(Table table, String event) {
        if (!table.columns().isEmpty() && !table.columns().equals(columns)) {
            columns = table.columns();
            hasHeader = false;
        }
        if (!hasHeader && !options.noHeaders() && !table.rows().isEmpty()) {
            pending.add(header());
        }
        hasHeader |= !table.rows().isEmpty();
        table.rows().forEach(row -> pending.add(line(row, event)));
    }

    /** Prints what has been added since. */
    public void flush() {
        if (pending.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder(needsGap ? "\n" : "");
        widths.widen(pending);
        pending.forEach(line -> widths.write(line, text));
        out.print(text);
        out.flush();
        pending.clear();
        needsGap = false;
        hasPrinted = true;
    }

    /** Whether anything has been printed, or will be by the next flush. */
    public boolean hasOutput() {
        return hasPrinted || !pending.isEmpty();
    }

    private List<String> header() {
        List<String> line = new ArrayList<>();
        if (options.events()) {
            line.add("EVENT");
        }
        if (block.namespaces()) {
            line.add("NAMESPACE");
        }
        for (Table.Column column : columns) {
            if (isShown(column)) {
                line.add(column.name().toUpperCase(Locale.ROOT));
            }
        }
        for (String label : options.labelColumns()) {
            line.add(label.substring(label.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT));
        }
        if (options.showLabels()) {
            line.add("LABELS");
        }
        return line;
    }

    private List<String> line(Table.Row row, String event) {
        List<String> line = new ArrayList<>();
        if (options.events()) {
            line.add(String.format("%-8s", event));
        }
        if (block.namespaces()) {
            line.add(row.metadata().path("namespace").asText(""));
        }
        boolean named = block.kind().isEmpty();
        for (int i = 0; i < columns.size(); i++) {
            Table.Column column = columns.get(i);
            String cell = i < row.cells().size() ? Cell.shown(row.cells().get(i)) : "";
            boolean name = !named && column.isName();
            named |= name;
            if (isShown(column)) {
                line.add(name ? block.kind() + "/" + cell : cell);
            }
        }
        JsonNode labels = row.metadata().path("labels");
        options.labelColumns().forEach(label -> line.add(labels.path(label).asText("")));
        if (options.showLabels()) {
            line.add(all(labels));
        }
        return line;
    }

    private boolean isShown(Table.Column column) {
        return options.wide() || column.priority() == 0;
    }

    private static String all(JsonNode labels) {
        TreeMap<String, String> sorted = new TreeMap<>();
        labels.properties()
                .forEach(label -> sorted.put(label.getKey(), label.getValue().asText()));
        List<String> pairs = new ArrayList<>();
        sorted.forEach((key, value) -> pairs.add(key + "=" + value));
        return pairs.isEmpty() ? "<none>" : String.join(",", pairs);
    }
}
