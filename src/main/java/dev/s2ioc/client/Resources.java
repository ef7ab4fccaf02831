package dev.s2ioc.client;

import com.fasterxml.jackson.databind.JsonNode;

/** Get, list, create and delete objects of any type. */
public final class Resources {
    private final Session session;

    Resources(Session session) {
        this.session = session;
    }

    /** One object of the session's namespace, as the server has it. */
    public JsonNode get(ResourceType type, String name) {
        return session.json(Request.get(type.path(session.namespace(), name)));
    }

    /** All objects of a type in the session's namespace, as one list object. */
    public JsonNode list(ResourceType type) {
        return session.json(Request.get(type.path(session.namespace())));
    }

    /** Creates an object in the session's namespace and returns it as stored. */
    public JsonNode create(ResourceType type, JsonNode object) {
        return session.json(Request.post(type.path(session.namespace()), object));
    }
}
