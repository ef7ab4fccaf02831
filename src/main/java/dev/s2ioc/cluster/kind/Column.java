package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A column of the table that {@code get} prints.
 *
 * @param type string, integer, number, boolean or date
 * @param format {@code name} for the object's name, else empty
 * @param priority 0 is always shown, 1 only with {@code -o wide}
 */
public record Column(String name, String type, String format, String description, int priority, Cell cell) {
    /** The value in one row: a String, a number, a boolean, or null. */
    public interface Cell {
        Object of(JsonNode object, Instant now);
    }

    private static final String NAME = "Name must be unique within a namespace. Is required when creating resources,"
            + " although some resources may allow a client to request the generation of an appropriate name"
            + " automatically. Name is primarily intended for creation idempotence and configuration definition. Cannot"
            + " be updated. More info:"
            + " https://kubernetes.io/docs/concepts/overview/working-with-objects/names#names";
    private static final String CREATION_TIMESTAMP =
            "CreationTimestamp is a timestamp representing the server time when this object was created. It is not"
                    + " guaranteed to be set in happens-before order across separate operations. Clients may not set"
                    + " this value. It is represented in RFC3339 form and is in UTC.\n\nPopulated by the system."
                    + " Read-only. Null for lists. More info:"
                    + " https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#metadata";

    public static Column objectName() {
        return new Column(
                "Name",
                "string",
                "name",
                NAME,
                0,
                (object, now) -> object.path("metadata").path("name").asText());
    }

    public static Column age() {
        return text(
                "Age",
                CREATION_TIMESTAMP,
                (object, now) -> Age.of(object.path("metadata").path("creationTimestamp"), now));
    }

    public static Column text(String name, String description, Cell cell) {
        return new Column(name, "string", "", description, 0, cell);
    }

    public static Column number(String name, String description, Cell cell) {
        return new Column(name, "integer", "", description, 0, cell);
    }

    /** The same column, filled in another way. */
    Column with(Cell other) {
        return new Column(name, type, format, description, priority, other);
    }

    /** The same column, shown with {@code -o wide} only. */
    public Column wide() {
        return new Column(name, type, format, description, 1, cell);
    }
}
