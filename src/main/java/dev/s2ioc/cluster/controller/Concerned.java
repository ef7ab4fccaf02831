package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Event;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.util.List;
import java.util.stream.Stream;

/** Which workloads have to be looked at when what they manage, or could, has changed. */
final class Concerned {
    private final Objects objects;
    private final Type type;

    Concerned(Objects objects, Type type) {
        this.objects = objects;
        this.type = type;
    }

    /** The one that manages the object, and the one that did before. */
    Stream<Key> byOwned(Event event) {
        return Stream.concat(Stream.of(event.object()), event.old().stream())
                .flatMap(object -> Owner.of(object, type).stream())
                .distinct();
    }

    /** Beside the one that manages the pod: those that could when nobody does. */
    Stream<Key> byPod(Event event) {
        boolean free =
                event.type() != Event.Type.DELETED && Owner.of(event.object()).isEmpty();
        return Stream.concat(byOwned(event), free ? fitting(event.object()).stream() : Stream.empty());
    }

    private List<Key> fitting(JsonNode pod) {
        return objects.list(type, Json.at(pod, "metadata", "namespace")).stream()
                .filter(workload -> Selector.of(workload).selects(pod))
                .map(workload -> Key.of(type.resource(), workload))
                .toList();
    }
}
