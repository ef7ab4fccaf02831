package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ResourceType;

/** An object to create. */
public record PlannedObject(ResourceType type, ObjectNode body) {
    public String name() {
        return body.path("metadata").path("name").asText();
    }

    /** {@code imagestream.image.openshift.io "app"}, as it is told. */
    public String quoted() {
        return type.qualifiedSingular() + " \"" + name() + "\"";
    }
}
