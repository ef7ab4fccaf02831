package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.image.ImageStreamKind;
import dev.s2ioc.cluster.image.ImageStreams;
import dev.s2ioc.cluster.kind.BuildConfigKind;
import dev.s2ioc.cluster.kind.EventRecorder;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Event;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Store;
import dev.s2ioc.cluster.store.StoreException;
import dev.s2ioc.cluster.store.Watch;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Starts builds by themselves: the first of a configuration, and one whenever an image that it looks at has changed. */
public final class Triggers implements AutoCloseable {
    private static final Duration A_WHILE = Duration.ofMinutes(1);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Store store;
    private final ImageStreams streams;
    private final BuildController controller;
    private final BuildGenerator generator;
    private final EventRecorder events;
    private List<Thread> watchers = List.of();

    Triggers(Machinery machinery, ImageStreams streams, BuildController controller, BuildGenerator generator) {
        this.store = machinery.store();
        this.streams = streams;
        this.controller = controller;
        this.generator = generator;
        this.events = new EventRecorder(machinery, "buildconfig-controller");
    }

    /** From now on builds start by themselves, also those that should have while nobody looked. */
    public void start() {
        watchers = List.of(
                watcher(BuildConfigKind.TYPE.resource(), this::evaluate),
                watcher(ImageStreamKind.TYPE.resource(), this::changed));
    }

    private Thread watcher(String resource, Consumer<JsonNode> consumer) {
        return Thread.ofVirtual().name("triggers-" + resource).start(() -> {
            try {
                while (follow(resource, consumer)) {
                    Thread.sleep(RETRY);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Until the store is closed, or everything has to be looked at anew: too much has happened meanwhile, or a write failed. */
    private boolean follow(String resource, Consumer<JsonNode> consumer) throws InterruptedException {
        try {
            Watch watch = store.watch(resource, "", store.revision());
            configs().forEach(this::evaluate);
            while (true) {
                watch.next(A_WHILE)
                        .filter(event -> event.type() != Event.Type.DELETED)
                        .ifPresent(event -> consumer.accept(event.object()));
            }
        } catch (StoreException e) {
            return e.kind() != StoreException.Kind.CLOSED;
        }
    }

    private List<ObjectNode> configs() {
        return store.list(BuildConfigKind.TYPE.resource(), "");
    }

    private void changed(JsonNode stream) {
        String namespace = Json.at(stream, "metadata", "namespace");
        String name = Json.at(stream, "metadata", "name");
        configs().stream()
                .filter(config -> isFirst(config)
                        || ImageTrigger.of(config).stream().anyMatch(trigger -> trigger.looksAt(namespace, name)))
                .forEach(this::evaluate);
    }

    /** Decides by the newest state, and one decision after the other: two reasons at once make one build. */
    private synchronized void evaluate(JsonNode seen) {
        controller
                .builds()
                .findConfig(Json.at(seen, "metadata", "namespace"), Json.at(seen, "metadata", "name"))
                .filter(Triggers::mayBuild)
                .ifPresent(config -> {
                    ArrayNode causes = imageCauses(config);
                    if (!causes.isEmpty()) {
                        instantiate(config, causes);
                    } else if (isFirst(config)) {
                        causes.addObject().put("message", "Build configuration change");
                        instantiate(config, causes);
                    }
                });
    }

    /** Nothing starts by itself that needs an upload. */
    private static boolean mayBuild(JsonNode config) {
        JsonNode metadata = config.path("metadata");
        return !metadata.has("deletionTimestamp")
                && !Json.at(metadata.path("annotations"), "openshift.io/build-config.paused")
                        .equals("true")
                && !config.path("spec").path("source").hasNonNull("binary");
    }

    private static boolean isFirst(JsonNode config) {
        return config.path("status").path("lastVersion").asLong() == 0
                && config.path("spec")
                        .path("triggers")
                        .valueStream()
                        .anyMatch(trigger -> Json.at(trigger, "type").equals("ConfigChange"));
    }

    private ArrayNode imageCauses(JsonNode config) {
        ArrayNode causes = Json.array();
        for (ImageTrigger trigger : ImageTrigger.of(config)) {
            if (!trigger.isPaused()) {
                trigger.latest(streams)
                        .filter(image -> trigger.isNew(image, config))
                        .ifPresent(image -> causes.add(trigger.cause(image)));
            }
        }
        return causes;
    }

    private void instantiate(JsonNode config, ArrayNode causes) {
        String namespace = Json.at(config, "metadata", "namespace");
        String name = Json.at(config, "metadata", "name");
        long version = config.path("status").path("lastVersion").asLong();
        ObjectNode request = Json.object().put("lastVersion", version);
        boolean image = causes.path(0).has("imageChangeBuild");
        request.set("triggeredBy", causes);
        try {
            controller.advance(generator.instantiate(namespace, name, BuildRequest.of(request)));
        } catch (StatusException e) {
            String where = namespace + "/" + name;
            String message = image
                    ? "error triggering Build for BuildConfig " + where + ": " + e.getMessage()
                    : "error instantiating Build from BuildConfig " + where + " (" + version + "): " + e.getMessage();
            tell(config, image ? "BuildConfigTriggerFailed" : "BuildConfigInstantiateFailed", message);
        }
    }

    private void tell(JsonNode config, String reason, String message) {
        try {
            events.warning(config, reason, message);
        } catch (StatusException e) {
            // The project is being deleted: nobody is left to be told.
        }
    }

    @Override
    public void close() {
        watchers.forEach(Thread::interrupt);
        try {
            for (Thread watcher : watchers) {
                watcher.join(Duration.ofSeconds(5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
