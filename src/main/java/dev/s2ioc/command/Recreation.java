package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Request;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Resources;
import java.util.List;

/** Deletes objects and waits until they are gone, so that others of their names can take their places. */
public final class Recreation {
    private final DeletionFlags how;

    Recreation(DeletionFlags how) {
        this.how = how;
    }

    /** Deletes an object and creates it as it should be instead. */
    public static JsonNode of(Resources resources, ResourceType type, ObjectNode object) {
        new Recreation(new DeletionFlags())
                .delete(resources, type, object.path("metadata").path("name").asText());
        return create(resources, type, object);
    }

    /** Deletes an object; returns when it is gone, whether it was there or not. */
    boolean delete(Resources resources, ResourceType type, String name) {
        JsonNode answer;
        try {
            answer = resources.delete(type, name, how.options());
        } catch (ApiException e) {
            if (e.isNotFound() && !e.isUnknownPath()) {
                return false;
            }
            throw e;
        }
        boolean status = answer.path("kind").asText().equals("Status");
        String uid = answer.path(status ? "details" : "metadata").path("uid").asText("");
        new Disappearance(how.timeout).await(resources, type, name, uid);
        return true;
    }

    /** Creates an object anew: what a server has noted on an earlier one is left out. */
    static JsonNode create(Resources resources, ResourceType type, ObjectNode object, Request.Parameter... parameters) {
        ObjectNode fresh = object.deepCopy();
        if (fresh.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove(List.of("resourceVersion", "uid", "creationTimestamp", "generation", "managedFields"));
        }
        return resources.create(type, fresh, parameters);
    }
}
