package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.EventRecorder;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.StatusException;

/** What a controller tells about the objects that it works at, as Events. */
final class Notices {
    private final EventRecorder events;

    /** @param component who tells, in Kubernetes' words */
    Notices(Machinery machinery, String component) {
        this.events = new EventRecorder(machinery, component);
    }

    void normal(JsonNode about, String reason, String message) {
        tell(() -> events.normal(about, reason, message));
    }

    void warning(JsonNode about, String reason, String message) {
        tell(() -> events.warning(about, reason, message));
    }

    private static void tell(Runnable event) {
        try {
            event.run();
        } catch (StatusException e) {
            boolean leaving = e.code() == 403 || e.code() == 404;
            if (!leaving) {
                throw e;
            }
            // The project is being deleted: nobody is left to be told.
        }
    }
}
