package dev.s2ioc.command.create;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.command.CommandFailure;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The words of commands that create what runs: a name and, behind {@code --}, what the container is to run. */
public final class NameAndCommand {

    @Parameters(index = "0", paramLabel = "NAME", description = "Name of the new object.")
    String name;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "-- COMMAND",
            description = "What the container runs instead of what its image says.")
    List<String> command = List.of();

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

    /** @throws CommandFailure if there are more words than a name without {@code --} between them */
    void check() {
        List<String> typed = spec.commandLine().getParseResult().originalArgs();
        int dashes = typed.indexOf("--");
        int behind = dashes < 0 ? 0 : typed.size() - dashes - 1;
        if (command.size() > behind) {
            throw new CommandFailure("exactly one NAME is required, got " + (1 + command.size() - behind)
                    + "; write what the container is to run behind --");
        }
    }

    /** A container that runs the command. */
    ObjectNode container(String name, String image) {
        ObjectNode container = Json.object().put("name", name).put("image", image);
        return addTo(container);
    }

    /** Adds the command to a container, if there is one. */
    ObjectNode addTo(ObjectNode container) {
        if (!command.isEmpty()) {
            ArrayNode list = container.putArray("command");
            command.forEach(list::add);
        }
        return container;
    }
}
