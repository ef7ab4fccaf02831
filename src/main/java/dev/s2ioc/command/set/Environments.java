package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.command.CommandFailure;
import java.util.ArrayList;
import java.util.List;

/** Finds what in an object has environment variables: a BuildConfig's strategy, or containers. */
final class Environments {
    private static final List<String> POD_SPECS =
            List.of("/spec/template/spec", "/spec/jobTemplate/spec/template/spec", "/spec");

    private Environments() {}

    /**
     * Something with a field {@code env}.
     *
     * @param title as it is told: {@code deployments/app, container app}
     */
    record Environment(String title, ObjectNode owner) {}

    /** @param containers which containers of a pod are meant; {@code *} stands for any characters */
    static List<Environment> of(Subject subject, String containers) {
        if (subject.isBuildConfig()) {
            return List.of(new Environment(subject.label(), subject.strategy()));
        }
        String wanted = "\\Q" + containers.replace("*", "\\E.*\\Q") + "\\E";
        for (String path : POD_SPECS) {
            JsonNode pod = subject.object().at(path);
            if (pod.path("containers").isArray()) {
                List<Environment> found = new ArrayList<>();
                for (String list : new String[] {"initContainers", "containers"}) {
                    for (JsonNode container : pod.path(list)) {
                        String name = container.path("name").asText();
                        if (name.matches(wanted)) {
                            found.add(new Environment(subject.label() + ", container " + name, (ObjectNode) container));
                        }
                    }
                }
                return found;
            }
        }
        throw new CommandFailure(
                subject.label() + " does not have a pod template or a build strategy with an environment");
    }
}
