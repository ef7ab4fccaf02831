package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.command.CommandFailure;
import java.util.List;

/** Finds what in an object has environment variables: a BuildConfig's strategy, or containers. */
final class Environments {
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
        PodTemplate template = PodTemplate.find(subject)
                .orElseThrow(() -> new CommandFailure(
                        subject.label() + " does not have a pod template or a build strategy with an environment"));
        return template.allContainers(containers).stream()
                .map(container ->
                        new Environment(subject.label() + ", container " + PodTemplate.name(container), container))
                .toList();
    }
}
