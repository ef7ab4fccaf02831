package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.Builds;
import dev.s2ioc.client.Session;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the BuildConfig that is meant when none is named: the project's only one with binary source. */
final class OnlyBinaryConfig {
    private final Session session;

    OnlyBinaryConfig(Session session) {
        this.session = session;
    }

    JsonNode find() {
        List<JsonNode> found = new Builds(session)
                .configs().stream()
                        .filter(config -> config.at("/spec/source").has("binary")
                                || config.at("/spec/source/type").asText().equals("Binary"))
                        .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        String project = "project \"" + session.namespace() + "\"";
        if (found.isEmpty()) {
            throw new CommandFailure("no BuildConfig in " + project + " takes input that is sent along.\n"
                    + "Make one with: s2ioc new-build --name NAME --binary");
        }
        throw new CommandFailure(found.stream()
                .map(Builds::name)
                .sorted()
                .collect(Collectors.joining(
                        "\n  ",
                        "several BuildConfigs in " + project + " take input that is sent along; name one of them:\n  ",
                        "")));
    }
}
