package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.command.CommandFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Checks triggers that change the images of containers: each has containers, and they are there. */
final class ContainerTriggers {
    private ContainerTriggers() {}

    /**
     * The image triggers, each with its containers; that of a pod with a single container is for that one.
     *
     * @throws CommandFailure if that cannot be, or if there are webhooks, which only builds have
     */
    static List<ImageTrigger> checked(Triggers triggers, Subject subject) {
        if (!triggers.webhooks.isEmpty()) {
            throw new CommandFailure(subject.label() + " does not support webhooks; only BuildConfigs do");
        }
        PodTemplate template = PodTemplate.of(subject);
        TreeSet<String> known = new TreeSet<>();
        template.allContainers("*").forEach(container -> known.add(PodTemplate.name(container)));
        List<ObjectNode> working = template.containers("*");
        List<ImageTrigger> checked = new ArrayList<>();
        for (ImageTrigger image : triggers.images) {
            boolean clear = !image.containers().isEmpty() || working.size() != 1;
            ImageTrigger whole = clear ? image : image.by(List.of(PodTemplate.name(working.getFirst())));
            check(whole, known);
            checked.add(whole);
        }
        return checked;
    }

    private static void check(ImageTrigger image, TreeSet<String> known) {
        if (image.containers().isEmpty()) {
            throw new CommandFailure("you must specify --containers when setting --from-image");
        }
        TreeSet<String> missing = new TreeSet<>(image.containers());
        missing.removeAll(known);
        if (!missing.isEmpty()) {
            throw new CommandFailure("not all container names exist: " + String.join(", ", missing) + " (accepts: "
                    + String.join(", ", known) + ")");
        }
    }
}
