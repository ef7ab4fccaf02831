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
            WHERE resource = ?1 AND (?2 = '' OR namespace = ?2) AND ?3 > 0 AND (namespace, name) > (?4, ?5)
            ORDER BY namespace, name
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
        Key last = null;
        long remaining = 0;
        try (PreparedStatement select = connection.prepareStatement(newest ? NEWEST : AT_REVISION)) {
            Key after = page.after().orElse(new Key(resource, "", ""));
            Tables.bind(select, resource, namespace, revision, after.namespace(), after.name());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    if (page.limit() > 0 && items.size() == page.limit()) {
                        remaining++;
                    } else {
                        items.add(Tables.tree(rows.getBytes(3)));
                        last = new Key(resource, rows.getString(1), rows.getString(2));
                    }
                }
            }
        }
        return new Listing(items, revision, remaining > 0 ? Optional.of(last) : Optional.empty(), remaining);
    }
}
