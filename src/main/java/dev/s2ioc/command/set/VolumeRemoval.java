package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.command.CommandFailure;
import java.util.List;
import java.util.function.Predicate;

/**
 * Removes a volume from a pod template: out of the given containers, and whole when no other container mounts it.
 *
 * @param name the volume's; empty for all
 */
record VolumeRemoval(String name) {

    void applyTo(PodTemplate template, List<ObjectNode> containers) {
        Predicate<JsonNode> meant =
                one -> name.isEmpty() || PodTemplate.name(one).equals(name);
        ObjectNode spec = template.spec();
        if (!name.isEmpty() && spec.path("volumes").valueStream().noneMatch(meant)) {
            throw new CommandFailure("volume '" + name + "' not found");
        }
        containers.forEach(container -> keep(container, "volumeMounts", meant.negate()));
        List<String> mounted = template.allContainers("*").stream()
                .flatMap(container -> container.path("volumeMounts").valueStream())
                .map(PodTemplate::name)
                .toList();
        keep(spec, "volumes", volume -> !meant.test(volume) || mounted.contains(PodTemplate.name(volume)));
    }

    private static void keep(ObjectNode owner, String field, Predicate<JsonNode> wanted) {
        ArrayNode kept = Json.array();
        owner.path(field).valueStream().filter(wanted).forEach(kept::add);
        if (kept.isEmpty()) {
            owner.remove(field);
        } else {
            owner.set(field, kept);
        }
    }
}
