package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.command.CommandFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an object makes its pods from; of a pod, the pod itself.
 *
 * @param path where the pod's specification is in the object: {@code spec.template.spec}
 */
record PodTemplate(Subject subject, String path, ObjectNode spec) {
    private static final List<String> PATHS =
            List.of("spec.template.spec", "spec.jobTemplate.spec.template.spec", "spec");

    static Optional<PodTemplate> find(Subject subject) {
        for (String path : PATHS) {
            JsonNode spec = subject.object().at("/" + path.replace('.', '/'));
            if (spec.path("containers").isArray()) {
                return Optional.of(new PodTemplate(subject, path, (ObjectNode) spec));
            }
        }
        return Optional.empty();
    }

    /** @throws CommandFailure if the object has none */
    static PodTemplate of(Subject subject) {
        return find(subject)
                .orElseThrow(
                        () -> new CommandFailure(subject.label() + " is not a pod or does not have a pod template"));
    }

    /** The containers that do the work, of these names; {@code *} stands for any characters. */
    List<ObjectNode> containers(String names) {
        return named("containers", names);
    }

    /** The containers that run before those, of these names. */
    List<ObjectNode> initContainers(String names) {
        return named("initContainers", names);
    }

    /** All containers of these names: those that run before, then those that do the work. */
    List<ObjectNode> allContainers(String names) {
        List<ObjectNode> all = new ArrayList<>(initContainers(names));
        all.addAll(containers(names));
        return all;
    }

    private List<ObjectNode> named(String list, String names) {
        String wanted = "\\Q" + names.replace("*", "\\E.*\\Q") + "\\E";
        List<ObjectNode> found = new ArrayList<>();
        for (JsonNode container : spec.path(list)) {
            if (name(container).matches(wanted)) {
                found.add((ObjectNode) container);
            }
        }
        return found;
    }

    static String name(JsonNode container) {
        return container.path("name").asText("");
    }
}
