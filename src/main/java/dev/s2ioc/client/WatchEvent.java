package dev.s2ioc.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What has happened to an object.
 *
 * @param object the object as it is now, or was last; a Table with its row when the watch was asked for tables
 */
public record WatchEvent(Type type, JsonNode object) {

    /** The kinds of events, spelled as on the wire. */
    public enum Type {
        ADDED,
        MODIFIED,
        DELETED
    }
}
