package dev.s2ioc.print;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a Table from JSON token by token: no object mapper on the way of {@code get}, and a row's object is kept only as
 * far as it is needed. What is not a Table, from a server that makes none, becomes rows of name and age.
 */
public final class TableReader {
    /** How much of the objects behind the rows is kept. */
    public enum Keep {
        /** Nothing: the cells say it all. */
        CELLS,
        /** What labels, names, namespaces and revisions need. */
        METADATA,
        /** All of it. */
        OBJECTS
    }

    private static final JsonFactory JSON = new JsonFactory();

    private final Keep keep;
    private final boolean wholeObjects;
    private final Instant now;

    private List<Table.Column> columns = List.of();
    private List<Table.Row> rows = new ArrayList<>();
    private boolean isTable;
    private boolean isList;
    private String revision = "";
    private String next = "";

    private TableReader(Keep keep, Instant now) {
        this.keep = keep;
        this.wholeObjects = keep == Keep.OBJECTS;
        this.now = now;
    }

    /**
     * Reads a whole answer.
     *
     * @param now the time from which ages count, if they must be made here
     */
    public static Table read(InputStream json, Keep keep, Instant now) throws IOException {
        try (JsonParser parser = JSON.createParser(json)) {
            return read(parser, keep, now);
        }
    }

    /** Reads a table that has already been parsed, such as an event's object. */
    public static Table of(JsonNode json, Instant now) throws IOException {
        try (JsonParser parser = json.traverse()) {
            return read(parser, Keep.OBJECTS, now);
        }
    }

    private static Table read(JsonParser parser, Keep keep, Instant now) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new PrintException("the server's answer is not a JSON object");
        }
        return new TableReader(keep, now).document(parser);
    }

    private Table document(JsonParser parser) throws IOException {
        JsonNode metadata = MissingNode.getInstance();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "metadata" -> metadata = JsonTree.read(parser, wholeObjects);
                case "columnDefinitions" -> columns = columns(JsonTree.read(parser, true));
                case "rows" -> rows(parser);
                case "items" -> items(parser);
                case "kind" -> isTable |= parser.getText().equals("Table");
                default -> parser.skipChildren();
            }
        }
        revision = metadata.path("resourceVersion").asText("");
        next = metadata.path("continue").asText("");
        if (!isTable && !isList) {
            rows.add(nameAndAge(JsonTree.field("metadata", metadata)));
        }
        return new Table(
                isTable ? columns : Table.NAME_AND_AGE,
                rows,
                revision,
                Optional.of(next).filter(t -> !t.isEmpty()));
    }

    private static List<Table.Column> columns(JsonNode definitions) {
        List<Table.Column> columns = new ArrayList<>();
        definitions.forEach(definition -> columns.add(new Table.Column(
                definition.path("name").asText(""),
                definition.path("type").asText(""),
                definition.path("format").asText(""),
                definition.path("priority").asInt())));
        return columns;
    }

    private void rows(JsonParser parser) throws IOException {
        isTable = true;
        // null instead of an array when there are none
        while (parser.currentToken() == JsonToken.START_ARRAY || parser.currentToken() == JsonToken.END_OBJECT) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return;
            }
            row(parser);
        }
    }

    private void row(JsonParser parser) throws IOException {
        List<String> cells = List.of();
        JsonNode object = MissingNode.getInstance();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "cells" -> cells = cells(parser);
                case "object" -> object = object(parser);
                default -> parser.skipChildren();
            }
        }
        rows.add(new Table.Row(cells, object));
    }

    /** To make a tree of each object of a long list takes longer than to read it. */
    private JsonNode object(JsonParser parser) throws IOException {
        if (keep != Keep.CELLS) {
            return JsonTree.read(parser, wholeObjects);
        }
        parser.skipChildren();
        return MissingNode.getInstance();
    }

    private static List<String> cells(JsonParser parser) throws IOException {
        List<String> cells = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            cells.add(
                    switch (parser.currentToken()) {
                        case VALUE_NULL -> "";
                        case START_ARRAY, START_OBJECT ->
                            JsonTree.read(parser, true).toString();
                        default -> parser.getText();
                    });
        }
        return cells;
    }

    private void items(JsonParser parser) throws IOException {
        isList = true;
        while (parser.currentToken() == JsonToken.START_ARRAY || parser.currentToken() == JsonToken.END_OBJECT) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return;
            }
            rows.add(nameAndAge(JsonTree.read(parser, wholeObjects)));
        }
    }

    private Table.Row nameAndAge(JsonNode object) {
        JsonNode metadata = object.path("metadata");
        String age = Ages.instant(metadata.path("creationTimestamp").asText(""))
                .map(created -> Ages.age(created, now))
                .orElse("<unknown>");
        return new Table.Row(List.of(metadata.path("name").asText(""), age), object);
    }
}
