package dev.s2ioc.cluster.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * One write, as watchers see it. The trees are shared by all watchers: copy before changing.
 *
 * @param object the object after the write; for a deletion its last state, with the deletion's resourceVersion
 * @param old the object before the write; empty for a creation
 */
public record Event(Type type, long revision, Key key, ObjectNode object, Optional<ObjectNode> old) {
    /** Spelled as on the wire. */
    public enum Type {
        ADDED,
        MODIFIED,
        DELETED
    }
}
