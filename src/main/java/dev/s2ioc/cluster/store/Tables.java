package dev.s2ioc.cluster.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements on the store's tables. */
final class Tables {
    private Tables() {}

    static long counter(Connection connection, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT value FROM counters WHERE name = ?")) {
            select.setString(1, name);
            try (ResultSet rows = select.executeQuery()) {
                return rows.getLong(1);
            }
        }
    }

    static void setCounter(Connection connection, String name, long value) throws SQLException {
        execute(connection, "UPDATE counters SET value = ? WHERE name = ?", value, name);
    }

    static Optional<ObjectNode> get(Connection connection, Key key) throws SQLException {
        String sql = "SELECT json FROM objects WHERE resource = ? AND namespace = ? AND name = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, key.resource(), key.namespace(), key.name());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(tree(rows.getBytes(1))) : Optional.empty();
            }
        }
    }

    static void put(Connection connection, Key key, long revision, ObjectNode object) throws SQLException {
        execute(
                connection,
                "INSERT OR REPLACE INTO objects VALUES (?, ?, ?, ?, ?)",
                key.resource(),
                key.namespace(),
                key.name(),
                revision,
                Json.bytes(object));
    }

    static void remove(Connection connection, Key key) throws SQLException {
        execute(
                connection,
                "DELETE FROM objects WHERE resource = ? AND namespace = ? AND name = ?",
                key.resource(),
                key.namespace(),
                key.name());
    }

    /** Adds to the history, and tells how many bytes. */
    static long append(Connection connection, Event event) throws SQLException {
        byte[] object = Json.bytes(event.object());
        byte[] old = event.old().map(Json::bytes).orElse(null);
        execute(
                connection,
                "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)",
                event.revision(),
                event.key().resource(),
                event.key().namespace(),
                event.key().name(),
                event.type().name(),
                object,
                old);
        return object.length + (old == null ? 0 : old.length);
    }

    /** The newest revision after which the history is larger than so many bytes; 0 when all of it is not. */
    static long revisionBefore(Connection connection, long bytes) throws SQLException {
        String sql = "SELECT MAX(revision) FROM (SELECT revision,"
                + " SUM(length(json) + ifnull(length(old), 0)) OVER (ORDER BY revision DESC) AS size FROM events)"
                + " WHERE size > ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, bytes);
            try (ResultSet rows = select.executeQuery()) {
                return rows.getLong(1);
            }
        }
    }

    static List<Key> mentioning(Connection connection, String text) throws SQLException {
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return keys(connection, "SELECT resource, namespace, name FROM objects WHERE instr(json, ?) > 0", bytes);
    }

    static List<Key> keysIn(Connection connection, String namespace) throws SQLException {
        return keys(connection, "SELECT resource, namespace, name FROM objects WHERE namespace = ?", namespace);
    }

    private static List<Key> keys(Connection connection, String sql, Object value) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, value);
            List<Key> keys = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    keys.add(new Key(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
            return keys;
        }
    }

    static List<Event> eventsAfter(Connection connection, long revision, int limit) throws SQLException {
        String sql = "SELECT revision, resource, namespace, name, type, json, old FROM events"
                + " WHERE revision > ? ORDER BY revision LIMIT ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, revision, limit);
            List<Event> events = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    events.add(event(rows));
                }
            }
            return events;
        }
    }

    private static Event event(ResultSet rows) throws SQLException {
        byte[] old = rows.getBytes(7);
        return new Event(
                Event.Type.valueOf(rows.getString(5)),
                rows.getLong(1),
                new Key(rows.getString(2), rows.getString(3), rows.getString(4)),
                tree(rows.getBytes(6)),
                old == null ? Optional.empty() : Optional.of(tree(old)));
    }

    static void dropEventsUpTo(Connection connection, long revision) throws SQLException {
        execute(connection, "DELETE FROM events WHERE revision <= ?", revision);
    }

    static void execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        }
    }

    static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    static ObjectNode tree(byte[] json) {
        try {
            return (ObjectNode) Json.parse(json);
        } catch (IOException e) {
            throw new StoreException(StoreException.Kind.BROKEN, "a stored object is damaged", e);
        }
    }
}
