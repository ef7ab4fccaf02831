package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.ConnectionException;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.Request;
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
        void done(PlannedObject object);

        void failed(PlannedObject object, RuntimeException failure);

        void undone(PlannedObject object);

        /** The object stays, although it was to be deleted again. */
        void left(PlannedObject object, RuntimeException failure);
    }

    private record Made(PlannedObject object, JsonNode stored) {}

    /** Creates the objects in order; returns whether all are there now. */
    public boolean create(List<PlannedObject> objects, Progress progress) {
        List<Made> made = new ArrayList<>();
        for (PlannedObject object : objects) {
            try {
                switch (object.deed()) {
                    case CREATE -> made.add(new Made(object, session.resources().create(object.type(), object.body())));
                    case UPDATE -> session.resources().update(object.type(), object.name(), object.body());
                    case KEEP -> {}
                }
                progress.done(object);
            } catch (ApiException | ConnectionException failure) {
                progress.failed(object, failure);
                made.reversed().forEach(one -> undo(one, progress));
                return false;
            }
        }
        return true;
    }

    private void undo(Made made, Progress progress) {
        PlannedObject object = made.object();
        try {
            String path = object.type().path(session.namespace(), object.name());
            session.json(Request.delete(path, onlyThisOne(made)));
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
