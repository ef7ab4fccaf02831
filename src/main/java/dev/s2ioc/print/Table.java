package dev.s2ioc.print;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * Rows as a server shows its objects, or a part of them.
 *
 * @param columns empty when they are those of the table before, as in later events of a watch
 * @param revision the resource version of the listing
 * @param next the token of the page that follows; empty for none
 */
public record Table(List<Column> columns, List<Row> rows, String revision, Optional<String> next) {

    /** What a client can show when the server made no table: a name and an age. */
    static final List<Column> NAME_AND_AGE =
            List.of(new Column("Name", "string", "name", 0), new Column("Age", "string", "", 0));

    /** Its columns alone, for the tables that come after it without any. */
    public Table withoutRows() {
        return new Table(columns, List.of(), revision, next);
    }

    /** The same rows in another order. */
    public Table sorted(FieldOrder order) {
        return new Table(columns, order.sorted(rows, Row::object), revision, next);
    }

    /**
     * A column's definition.
     *
     * @param format {@code name} marks the column with the object's name
     * @param priority above zero, the column is shown by {@code -o wide} only
     */
    public record Column(String name, String type, String format, int priority) {
        boolean isName() {
            return format.equals("name") && type.equals("string");
        }
    }

    /**
     * A row.
     *
     * @param cells as many as there are columns
     * @param object the object behind the row, or its metadata; a missing node if the server sent none
     */
    public record Row(List<String> cells, JsonNode object) {
        public JsonNode metadata() {
            return object.path("metadata");
        }
    }
}
