package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.log.Journals;
import dev.s2ioc.cluster.log.LineLog;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the deployers say that this cluster is itself. */
final class DeployerLog {
    private final Journals journals;
    private final Map<String, LineLog> open = new ConcurrentHashMap<>();

    DeployerLog(Journals journals) {
        this.journals = journals;
    }

    void say(JsonNode pod, String line) {
        open.computeIfAbsent(uid(pod), this::open).accept(line);
    }

    /** Begins it, so that it can be followed before anything is said. */
    void begin(JsonNode pod) {
        open.computeIfAbsent(uid(pod), this::open);
    }

    private LineLog open(String uid) {
        try {
            return journals.open(uid, DeployerPod.CONTAINER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String uid(JsonNode pod) {
        return Json.at(pod, "metadata", "uid");
    }

    void end(JsonNode pod) {
        try {
            LineLog log = open.remove(uid(pod));
            if (log != null) {
                log.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It goes with the pod. */
    void delete(JsonNode pod) {
        end(pod);
        try {
            journals.delete(uid(pod), DeployerPod.CONTAINER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
