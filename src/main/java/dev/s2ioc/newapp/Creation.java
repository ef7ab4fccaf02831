package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.ConnectionException;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.Resources;
import dev.s2ioc.client.Session;
import java.util.ArrayList;
import java.util.List;

/** Does what is planned, all or nothing: when one object is refused, those made before it are deleted again. */
public final class Creation {
    private final Session session;

    public Creation(Session session) {
        this.session = session;
    }

    /** What came of it, told as it happens. */
    public interface Progress {
        /** An object as the server has stored it, before it is told of. */
        default void stored(JsonNode object) {}

        void done(PlannedObject object);

        void failed(PlannedObject object, RuntimeException failure);

        void undone(PlannedObject object);

        /** The object stays, although it was to be deleted again. */
        void left(PlannedObject object, RuntimeException failure);
    }

    private record Made(PlannedObject object, JsonNode stored) {
        /** The object by the name that it has, which the server may have made up. */
        PlannedObject named() {
            return object.name().isEmpty() && stored instanceof ObjectNode body
                    ? new PlannedObject(object.type(), body, object.deed())
                    : object;
        }
    }

    /** Creates the objects in order; returns whether all are there now. */
    public boolean create(List<PlannedObject> objects, Progress progress) {
        List<Made> made = new ArrayList<>();
        for (PlannedObject object : objects) {
            try {
                PlannedObject done = object;
                switch (object.deed()) {
                    case CREATE -> {
                        Made one = new Made(object, where(object).create(object.type(), object.body()));
                        made.add(one);
                        progress.stored(one.stored());
                        done = one.named();
                    }
                    case UPDATE -> where(object).update(object.type(), object.name(), object.body());
                    case KEEP -> {}
                }
                progress.done(done);
            } catch (ApiException | ConnectionException failure) {
                progress.failed(object, failure);
                made.reversed().forEach(one -> undo(one, progress));
                return false;
            }
        }
        return true;
    }

    /** Where the object belongs: a template may have one for another project. */
    private Resources where(PlannedObject object) {
        String namespace = object.body().path("metadata").path("namespace").asText("");
        return namespace.isEmpty() ? session.resources() : session.resources().in(namespace);
    }

    private void undo(Made made, Progress progress) {
        PlannedObject object = made.named();
        try {
            where(made.object()).delete(object.type(), object.name(), onlyThisOne(made));
            progress.undone(object);
        } catch (ApiException | ConnectionException failure) {
            progress.left(object, failure);
        }
    }

    /** Delete options that spare an object of the same name which somebody else has made meanwhile. */
    private static ObjectNode onlyThisOne(Made made) {
        ObjectNode options = Json.object().put("kind", "DeleteOptions").put("apiVersion", "v1");
        String uid = made.stored().path("metadata").path("uid").asText("");
        // An image stream tag shares the identity of its stream, which is not what is deleted here.
        if (!uid.isEmpty() && !made.object().type().plural().equals("imagestreamtags")) {
            options.putObject("preconditions").put("uid", uid);
        }
        return options;
    }
}
