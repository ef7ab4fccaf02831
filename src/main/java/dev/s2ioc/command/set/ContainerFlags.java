package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import java.util.List;
import picocli.CommandLine.Option;

/** The flag that says which containers of a pod template are meant. */
public final class ContainerFlags {

    @Option(
            names = {"-c", "--containers"},
            paramLabel = "NAME",
            defaultValue = "*",
            description = "Only containers of this name; * stands for any characters. Default: ${DEFAULT-VALUE}")
    String names;

    /** The containers that do the work and are meant; if there are none, that is said. */
    List<ObjectNode> of(PodTemplate template, CommandContext context) {
        return orWarning(template.containers(names), template.subject(), context);
    }

    /**
     * The same, for a change that means nothing without them.
     *
     * @throws CommandFailure if there are none
     */
    List<ObjectNode> required(PodTemplate template) {
        return orFailure(template.containers(names), template.subject());
    }

    /** The same, of those that do the work and those that run before them. */
    List<ObjectNode> requiredOfAll(PodTemplate template) {
        return orFailure(template.allContainers(names), template.subject());
    }

    private List<ObjectNode> orFailure(List<ObjectNode> found, Subject subject) {
        if (found.isEmpty()) {
            throw new CommandFailure("unable to find container named " + names + " in " + subject.label());
        }
        return found;
    }

    /** Those containers, and those that run before them. */
    List<ObjectNode> ofAll(PodTemplate template, CommandContext context) {
        return orWarning(template.allContainers(names), template.subject(), context);
    }

    private List<ObjectNode> orWarning(List<ObjectNode> found, Subject subject, CommandContext context) {
        if (found.isEmpty()) {
            warn(subject, context);
        }
        return found;
    }

    void warn(Subject subject, CommandContext context) {
        context.streams()
                .err()
                .println("warning: " + subject.label() + " does not have any containers matching \"" + names + "\"");
    }
}
