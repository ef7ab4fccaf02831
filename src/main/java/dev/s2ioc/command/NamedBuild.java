package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.Builds;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Session;
import java.util.List;

/** The build that a word names: {@code app-1}, {@code build/app-1}, or {@code bc/app} for the newest of a build config. */
final class NamedBuild {

    private NamedBuild() {}

    static JsonNode find(String word, Session session) {
        int slash = word.indexOf('/');
        String name = word.substring(slash + 1);
        ResourceType type = slash < 0 ? KnownTypes.BUILD : session.discovery().type(word.substring(0, slash));
        Builds builds = new Builds(session);
        if (type.equals(KnownTypes.BUILD)) {
            return builds.get(name);
        }
        if (type.equals(KnownTypes.BUILD_CONFIG)) {
            builds.config(name);
            List<JsonNode> all = builds.of(name);
            if (all.isEmpty()) {
                throw new CommandFailure("no builds found for \"" + name + "\"");
            }
            return all.getLast();
        }
        throw new CommandFailure("invalid resource provided: " + type.singular()
                + "; give a build, or bc/NAME for the newest build of a build config");
    }
}
