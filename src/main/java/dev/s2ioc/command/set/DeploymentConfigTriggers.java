package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import java.util.ArrayList;
import java.util.List;

/** The triggers of a DeploymentConfig: a list of its specification. */
record DeploymentConfigTriggers(Subject config, String namespace) implements TriggerFields {

    @Override
    public Triggers read() {
        Triggers triggers = new Triggers();
        for (JsonNode trigger : config.spec().path("triggers")) {
            switch (trigger.path("type").asText("")) {
                case "ConfigChange" -> triggers.config = true;
                case "ImageChange" -> triggers.images.add(image(trigger));
                default -> {} // Stays as it is.
            }
        }
        return triggers;
    }

    private ImageTrigger image(JsonNode trigger) {
        JsonNode parameters = trigger.path("imageChangeParams");
        List<String> containers = new ArrayList<>();
        parameters.path("containerNames").forEach(name -> containers.add(name.asText()));
        return ImageTrigger.of(
                parameters.path("from"),
                namespace,
                containers,
                parameters.path("automatic").asBoolean());
    }

    @Override
    public void write(Triggers triggers) {
        List<ImageTrigger> images = new ArrayList<>(ContainerTriggers.checked(triggers, config));
        ArrayNode list = Json.array();
        boolean configKept = false;
        for (JsonNode old : config.spec().path("triggers")) {
            switch (old.path("type").asText("")) {
                case "ConfigChange" -> {
                    configKept = triggers.config;
                    if (configKept) {
                        list.add(old);
                    }
                }
                case "ImageChange" ->
                    images.stream().filter(image(old)::isFor).findFirst().ifPresent(image -> {
                        images.remove(image);
                        list.add(fill((ObjectNode) old, image));
                    });
                default -> list.add(old);
            }
        }
        if (triggers.config && !configKept) {
            list.addObject().put("type", "ConfigChange");
        }
        for (ImageTrigger image : images) {
            ObjectNode trigger = Json.object().put("type", "ImageChange");
            trigger.putObject("imageChangeParams").set("from", image.reference());
            list.add(fill(trigger, image));
        }
        config.spec().set("triggers", list);
    }

    private static ObjectNode fill(ObjectNode trigger, ImageTrigger image) {
        ObjectNode parameters = trigger.withObject("/imageChangeParams").put("automatic", image.auto());
        ArrayNode names = parameters.putArray("containerNames");
        image.containers().forEach(names::add);
        return trigger;
    }

    @Override
    public boolean hasConfig() {
        return true;
    }
}
