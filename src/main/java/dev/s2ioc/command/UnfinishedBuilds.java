package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Builds;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Session;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** The builds that the words of cancel-build mean and that can still be stopped. */
final class UnfinishedBuilds {
    private final Session session;
    private final List<String> states;
    private final Consumer<String> talk;
    private final Set<String> names = new LinkedHashSet<>();

    /** @param states those that are meant, in lower case; empty for all */
    UnfinishedBuilds(Session session, List<String> states, Consumer<String> talk) {
        this.session = session;
        this.states = states;
        this.talk = talk;
    }

    /** Takes a build, or all builds of a build config; false if there is no such thing. */
    boolean find(String word) {
        int slash = word.indexOf('/');
        String name = word.substring(slash + 1);
        ResourceType type = slash < 0 ? KnownTypes.BUILD : session.discovery().type(word.substring(0, slash));
        try {
            if (type.equals(KnownTypes.BUILD)) {
                take(new Builds(session).get(name));
                return true;
            }
            if (type.equals(KnownTypes.BUILD_CONFIG)) {
                takeAllOf(name);
                return true;
            }
        } catch (ApiException e) {
            if (e.isNotFound()) {
                talk.accept("error: " + type.singular() + " " + session.namespace() + "/" + name + " not found");
                return false;
            }
            throw e;
        }
        throw new CommandFailure(
                "invalid resource provided: " + type.singular() + "; cancel-build takes builds and build configs");
    }

    Collection<String> names() {
        return names;
    }

    private void takeAllOf(String config) {
        Builds all = new Builds(session);
        all.config(config);
        List<JsonNode> unfinished =
                all.of(config).stream().filter(build -> !Builds.hasEnded(build)).toList();
        if (unfinished.isEmpty()) {
            talk.accept("no build of " + config + " is new, pending or running");
        }
        unfinished.forEach(this::take);
    }

    private void take(JsonNode build) {
        String name = Builds.name(build);
        String state = Builds.phase(build).toLowerCase(Locale.ROOT);
        if (Builds.hasEnded(build)) {
            talk.accept("build " + name + " has already finished: " + Builds.phase(build));
        } else if (states.isEmpty() || states.contains(state)) {
            names.add(name);
        } else {
            talk.accept("build " + name + " is " + state + ": not cancelled");
        }
    }
}
