package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ResourceType;

/** An object as it is to be, and what must be done for that. */
public record PlannedObject(ResourceType type, ObjectNode body, Deed deed) {
    /** An object to create. */
    PlannedObject(ResourceType type, ObjectNode body) {
        this(type, body, Deed.CREATE);
    }

    /** Empty if the server is to make up a name. */
    public String name() {
        return body.path("metadata").path("name").asText();
    }

    /** {@code imagestream.image.openshift.io "app"}, as it is told. */
    public String quoted() {
        return type.qualifiedSingular() + " \"" + name() + "\"";
    }
}
