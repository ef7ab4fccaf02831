package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Request;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Session;
import java.util.Optional;

/** Objects that may or may not be there. */
record Lookup(Session session) {

    /** The object of the current project, if it is there. */
    Optional<JsonNode> find(ResourceType type, String name) {
        return find(type, session.namespace(), name);
    }

    /** The object, unless it is not there or, in another project, not to be seen. */
    Optional<JsonNode> find(ResourceType type, String namespace, String name) {
        try {
            return Optional.of(session.json(Request.get(type.path(namespace, name))));
        } catch (ApiException refusal) {
            boolean foreign = !namespace.equals(session.namespace());
            if (refusal.isNotFound() || foreign && refusal.isForbidden()) {
                return Optional.empty();
            }
            throw refusal;
        }
    }
}
