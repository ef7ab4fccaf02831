package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.command.CommandFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The triggers of a BuildConfig: a list of its specification. One without an image is for the strategy's image. */
record BuildConfigTriggers(Subject config, String namespace) implements TriggerFields {

    @Override
    public Triggers read() {
        Triggers triggers = new Triggers();
        for (JsonNode trigger : config.spec().path("triggers")) {
            String type = trigger.path("type").asText("");
            if (type.equals("ConfigChange")) {
                triggers.config = true;
            } else if (Triggers.WEBHOOKS.containsKey(type)) {
                triggers.webhooks.add((ObjectNode) trigger);
            } else if (type.equals("ImageChange")) {
                image(trigger).ifPresent(triggers.images::add);
            }
        }
        strategyImage()
                .filter(image -> triggers.images.stream().noneMatch(image::isFor))
                .map(image -> new ImageTrigger(image.namespace(), image.name(), List.of(), false, true))
                .ifPresent(triggers.images::add);
        return triggers;
    }

    private Optional<ImageTrigger> image(JsonNode trigger) {
        JsonNode change = trigger.path("imageChange");
        boolean auto = !change.path("paused").asBoolean();
        return change.path("from").isObject()
                ? Optional.of(ImageTrigger.of(change.path("from"), namespace, List.of(), auto))
                : strategyImage().map(image -> image.as(auto));
    }

    private Optional<ImageTrigger> strategyImage() {
        return config.findStrategy()
                .map(strategy -> strategy.path("from"))
                .filter(from -> from.path("kind").asText().equals("ImageStreamTag"))
                .map(from -> ImageTrigger.of(from, namespace, List.of(), true));
    }

    @Override
    public void write(Triggers triggers) {
        ArrayNode list = Json.array();
        boolean configKept = false;
        List<ObjectNode> webhooks = new ArrayList<>(triggers.webhooks);
        List<ImageTrigger> images = new ArrayList<>(triggers.images);
        images.removeIf(image -> image.implied() && !image.auto());
        if (images.stream().anyMatch(image -> !image.containers().isEmpty())) {
            throw new CommandFailure(config.label() + " has no containers: leave --containers away");
        }
        for (JsonNode old : config.spec().path("triggers")) {
            String type = old.path("type").asText("");
            if (type.equals("ConfigChange")) {
                configKept = triggers.config;
                if (configKept) {
                    list.add(old);
                }
            } else if (Triggers.WEBHOOKS.containsKey(type)) {
                if (webhooks.remove(old)) {
                    list.add(old);
                }
            } else if (type.equals("ImageChange")) {
                keep((ObjectNode) old, images, list);
            } else {
                list.add(old);
            }
        }
        if (triggers.config && !configKept) {
            list.addObject().put("type", "ConfigChange");
        }
        list.addAll(webhooks);
        images.forEach(image -> add(image, list));
        config.spec().set("triggers", list);
    }

    /** Keeps a trigger whose image still is wanted; one for something else than a tag is nobody's business here. */
    private void keep(ObjectNode old, List<ImageTrigger> images, ArrayNode list) {
        Optional<ImageTrigger> known = image(old);
        if (known.isEmpty()) {
            list.add(old);
            return;
        }
        images.stream().filter(known.get()::isFor).findFirst().ifPresent(image -> {
            images.remove(image);
            if (image.auto() != known.get().auto()) {
                pause(old, !image.auto());
            }
            list.add(old);
        });
    }

    private static void pause(ObjectNode trigger, boolean paused) {
        ObjectNode change = trigger.withObject("/imageChange");
        if (paused) {
            change.put("paused", true);
        } else {
            change.remove("paused");
        }
    }

    private void add(ImageTrigger image, ArrayNode list) {
        ObjectNode trigger = list.addObject().put("type", "ImageChange");
        ObjectNode change = trigger.putObject("imageChange");
        if (strategyImage().filter(image::isFor).isEmpty()) {
            change.set("from", image.reference());
        }
        pause(trigger, !image.auto());
    }

    @Override
    public boolean hasConfig() {
        return true;
    }
}
