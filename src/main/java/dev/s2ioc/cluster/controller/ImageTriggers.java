package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.image.ImageStreamKind;
import dev.s2ioc.cluster.image.ImageStreams;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.Reconciler;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Event;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Gives the containers of workloads the newest images of the tags that they follow, by annotation. */
final class ImageTriggers implements Controller {
    private final Objects objects;
    private final ImageStreams streams;
    private final List<Type> types;
    private final Reconciler reconciler;

    /** @param types the workloads that can follow tags */
    ImageTriggers(Machinery machinery, ImageStreams streams, List<Type> types, Consumer<Throwable> failures) {
        this.objects = new Objects(machinery);
        this.streams = streams;
        this.types = types;
        this.reconciler = new Reconciler("image-trigger-controller", machinery, this::look, failures)
                .with(ImageStreamKind.TYPE, this::following);
        types.forEach(reconciler::of);
    }

    private Stream<Key> following(Event stream) {
        Key key = stream.key();
        return types.stream()
                .flatMap(type -> objects.list(type, "").stream()
                        .filter(workload -> AnnotatedTrigger.of(workload).stream()
                                .anyMatch(trigger -> trigger.stream().equals(key.name())
                                        && trigger.namespace().equals(key.namespace())))
                        .map(workload -> Key.of(type.resource(), workload)));
    }

    @Override
    public void start() {
        reconciler.start();
    }

    private void look(Key key) {
        objects.get(key)
                .filter(workload -> !Claims.isLeaving(workload))
                .filter(workload -> resolve(workload.deepCopy()))
                .ifPresent(workload -> objects.change(key, this::resolve));
    }

    /** Whether an image is another one now. */
    private boolean resolve(ObjectNode workload) {
        boolean changed = false;
        for (AnnotatedTrigger trigger : AnnotatedTrigger.of(workload)) {
            Optional<ObjectNode> container = trigger.container(workload);
            Optional<String> image = image(trigger);
            if (container.isPresent()
                    && image.isPresent()
                    && !Json.at(container.get(), "image").equals(image.get())) {
                container.get().put("image", image.get());
                changed = true;
            }
        }
        return changed;
    }

    private Optional<String> image(AnnotatedTrigger trigger) {
        try {
            return Optional.of(
                    streams.resolve("ImageStreamTag", trigger.stream() + ":" + trigger.tag(), trigger.namespace()));
        } catch (StatusException e) {
            // There is no such image yet; when there is one, the stream has changed and we are asked again.
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        reconciler.close();
    }
}
