package dev.s2ioc.cluster.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables, and how files of earlier versions get them. Each step leads from one schema to the next, and the file says how
 * many it has made; steps are only ever added.
 */
record Schema(List<String> steps) {
    static final Schema PRESENT = new Schema(List.of("""
            CREATE TABLE objects (resource TEXT NOT NULL, namespace TEXT NOT NULL, name TEXT NOT NULL,
                revision INTEGER NOT NULL, json BLOB NOT NULL, PRIMARY KEY (resource, namespace, name)) WITHOUT ROWID;
            CREATE TABLE events (revision INTEGER PRIMARY KEY, resource TEXT NOT NULL, namespace TEXT NOT NULL,
                name TEXT NOT NULL, type TEXT NOT NULL, json BLOB NOT NULL, old BLOB);
            CREATE INDEX events_by_key ON events (resource, namespace, name, revision);
            CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
            INSERT INTO counters VALUES ('revision', 1), ('compacted', 1);
            """));

    /** Makes the missing steps, all or none: the caller commits. */
    void bring(Connection connection, String file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int made = version(statement);
            if (made > steps.size()) {
                throw new StoreException(
                        StoreException.Kind.BROKEN,
                        file + " was written by a newer version (schema " + made + ", this program knows "
                                + steps.size() + ")");
            }
            for (String step : steps.subList(made, steps.size())) {
                statement.executeUpdate(step);
            }
            if (made < steps.size()) {
                statement.executeUpdate("PRAGMA user_version = " + steps.size());
            }
        }
    }

    private static int version(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("PRAGMA user_version")) {
            return rows.getInt(1);
        }
    }
}
