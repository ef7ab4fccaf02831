package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Builds;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.ListOptions;
import dev.s2ioc.client.Log;
import dev.s2ioc.client.LogOptions;
import dev.s2ioc.client.Pods;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Session;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Finds the logs that the words and flags of the logs command mean. */
final class LogSources {
    private final Session session;
    private final PrintStream err;
    private final LogPodsFlags flags;
    private final LogOptions options;

    LogSources(CommandContext context, LogPodsFlags flags, LogOptions options) {
        this.session = context.session();
        this.err = context.streams().err();
        this.flags = flags;
        this.options = options;
    }

    /** @param word a pod, or {@code TYPE/NAME}; empty if only a selector is given */
    List<LogSource> find(String word) throws InterruptedException {
        if (word.isEmpty()) {
            return selected();
        }
        int slash = word.indexOf('/');
        ResourceType type = slash < 0 ? KnownTypes.POD : session.discovery().type(word.substring(0, slash));
        String name = word.substring(slash + 1);
        if (type.equals(KnownTypes.BUILD)) {
            found(type, name);
            return List.of(new LogSource(name, Log.ofBuild(session, name, options), ""));
        }
        if (type.equals(KnownTypes.BUILD_CONFIG)) {
            return List.of(ofConfig(found(type, name), name));
        }
        if (type.plural().equals("deploymentconfigs")) {
            return List.of(new LogSource(name, Log.ofSubresource(session, type, name, options), ""));
        }
        JsonNode object = found(type, name);
        return type.equals(KnownTypes.POD) ? containers(object, flags.prefix) : ofPods(type, object);
    }

    private JsonNode found(ResourceType type, String name) {
        try {
            return session.resources().get(type, name);
        } catch (ApiException e) {
            if (e.isNotFound()) {
                throw new CommandFailure("error from server (NotFound): " + type.qualified() + " \"" + name
                        + "\" not found in namespace \"" + session.namespace() + "\"");
            }
            throw e;
        }
    }

    /** The build of the asked number; else the newest, of which the server finds the one before if asked to. */
    private LogSource ofConfig(JsonNode config, String name) {
        List<JsonNode> builds = new Builds(session).of(Builds.name(config));
        if (builds.isEmpty()) {
            throw new CommandFailure("no builds found for \"" + name + "\"");
        }
        String build =
                options.version().map(version -> name + "-" + version).orElseGet(() -> Builds.name(builds.getLast()));
        if (builds.stream().noneMatch(known -> Builds.name(known).equals(build))) {
            throw new CommandFailure("the build " + build + " for build config " + name + " was not found");
        }
        return new LogSource(build, Log.ofBuild(session, build, options), "");
    }

    private List<LogSource> selected() {
        JsonNode pods = session.resources().list(KnownTypes.POD, ListOptions.ALL.withLabels(flags.selector));
        List<LogSource> sources = new ArrayList<>();
        pods.path("items").forEach(pod -> sources.addAll(containers(pod, flags.prefix)));
        if (sources.isEmpty()) {
            err.println("No resources found in " + session.namespace() + " namespace.");
        }
        return sources;
    }

    private List<LogSource> ofPods(ResourceType type, JsonNode object) throws InterruptedException {
        List<JsonNode> pods = new Pods(session).of(type, object, flags.podRunningTimeout);
        if (flags.allPods) {
            return pods.stream().flatMap(pod -> containers(pod, true).stream()).toList();
        }
        JsonNode first = pods.getFirst();
        if (pods.size() > 1) {
            err.println("Found " + pods.size() + " pods, using pod/" + Builds.name(first));
        }
        return containers(first, flags.prefix);
    }

    private List<LogSource> containers(JsonNode pod, boolean prefix) {
        PodContainers containers = new PodContainers(pod);
        List<String> wanted = flags.allContainers
                ? containers.all()
                : List.of(options.container().map(containers::named).orElseGet(() -> containers.usual(err)));
        String name = Builds.name(pod);
        return wanted.stream()
                .map(container -> new LogSource(
                        name + "/" + container,
                        Log.ofPod(session, name, options.of(container)),
                        prefix ? "[pod/" + name + "/" + container + "] " : ""))
                .toList();
    }
}
