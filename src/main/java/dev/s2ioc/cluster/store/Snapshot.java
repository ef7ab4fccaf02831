package dev.s2ioc.cluster.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Objects of a resource as they were at a revision: those not changed since, and the old state of those that were. */
final class Snapshot {
    private static final String NEWEST = """
            SELECT namespace, name, json FROM objects
            WHERE resource = ?1 AND ?2 = '' AND ?3 > 0 AND (namespace, name) > (?4, ?5)
            ORDER BY namespace, name
            """;

    /** Reads what is in the namespace and nothing beside it. */
    private static final String NEWEST_IN_NAMESPACE = """
            SELECT namespace, name, json FROM objects
            WHERE resource = ?1 AND namespace = ?2 AND ?3 > 0 AND name > CASE ?4 WHEN ?2 THEN ?5 ELSE '' END
            ORDER BY name
            """;

    /** The plus sign keeps SQLite to the order of revisions: few events are newer than a page's first one. */
    private static final String AT_REVISION = """
            WITH changed AS (
                SELECT namespace, name, old, MIN(revision) FROM events
                WHERE +resource = ?1 AND revision > ?3 GROUP BY namespace, name)
            SELECT namespace, name, json FROM (
                SELECT namespace, name, json FROM objects WHERE resource = ?1 AND revision <= ?3
                UNION ALL SELECT namespace, name, old FROM changed WHERE old IS NOT NULL)
            WHERE (?2 = '' OR namespace = ?2) AND (namespace, name) > (?4, ?5)
            ORDER BY namespace, name
            """;

    private Snapshot() {}

    static Listing read(
            Connection connection, String resource, String namespace, long revision, boolean newest, Page page)
            throws SQLException {
        List<ObjectNode> items = new ArrayList<>();
        Key last = page.after().orElse(new Key(resource, namespace, ""));
        String rows = newest ? newest(namespace) : AT_REVISION;
        try (PreparedStatement select = connection.prepareStatement(rows + (page.limit() > 0 ? "LIMIT ?6" : ""))) {
            bind(select, resource, namespace, revision, last);
            if (page.limit() > 0) {
                select.setInt(6, page.limit());
            }
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    items.add(Tables.tree(found.getBytes(3)));
                    last = new Key(resource, found.getString(1), found.getString(2));
                }
            }
        }
        boolean full = page.limit() > 0 && items.size() == page.limit();
        long remaining = full ? count(connection, rows, resource, namespace, revision, last) : 0;
        return new Listing(items, revision, remaining > 0 ? Optional.of(last) : Optional.empty(), remaining);
    }

    private static String newest(String namespace) {
        return namespace.isEmpty() ? NEWEST : NEWEST_IN_NAMESPACE;
    }

    private static void bind(PreparedStatement select, String resource, String namespace, long revision, Key after)
            throws SQLException {
        Tables.bind(select, resource, namespace, revision, after.namespace(), after.name());
    }

    /** SQLite counts a long rest many times faster than it hands its rows over. */
    private static long count(
            Connection connection, String rows, String resource, String namespace, long revision, Key after)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT COUNT(*) FROM (" + rows + ")")) {
            bind(select, resource, namespace, revision, after);
            try (ResultSet found = select.executeQuery()) {
                return found.getLong(1);
            }
        }
    }
}
