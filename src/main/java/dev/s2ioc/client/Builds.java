package dev.s2ioc.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Builds and build configs of the session's namespace: look them up, start them, stop them, wait for their end. */
public final class Builds {
    /** The label and annotation that ties a build to its config; the label's value may be cut short. */
    static final String CONFIG = "openshift.io/build-config.name";

    private static final Set<String> TERMINAL = Set.of("Complete", "Failed", "Error", "Cancelled");

    private final Session session;

    public Builds(Session session) {
        this.session = session;
    }

    public JsonNode get(String name) {
        return session.resources().get(KnownTypes.BUILD, name);
    }

    public JsonNode config(String name) {
        return session.resources().get(KnownTypes.BUILD_CONFIG, name);
    }

    public List<JsonNode> configs() {
        return items(session.resources().list(KnownTypes.BUILD_CONFIG));
    }

    /** The builds of a config, oldest first. */
    public List<JsonNode> of(String config) {
        return of(config, session.resources());
    }

    private static List<JsonNode> of(String config, Resources resources) {
        return items(resources.list(KnownTypes.BUILD)).stream()
                .filter(build -> isOf(build, config))
                .sorted(Comparator.comparing((JsonNode build) ->
                                build.at("/metadata/creationTimestamp").asText())
                        .thenComparing(Builds::number))
                .toList();
    }

    /** The build of the same config that was made before, if it is still there. */
    public Optional<JsonNode> before(JsonNode build) {
        return before(build, session.resources());
    }

    /** The same among the builds of another namespace. */
    public static Optional<JsonNode> before(JsonNode build, Resources resources) {
        return of(configOf(build), resources).stream()
                .filter(other -> number(other) < number(build))
                .max(Comparator.comparing(Builds::number));
    }

    /** The config that a build belongs to; empty if it belongs to none. */
    public static String configOf(JsonNode build) {
        String name = build.at("/status/config/name").asText("");
        return name.isEmpty()
                ? build.path("metadata").path("annotations").path(CONFIG).asText("")
                : name;
    }

    /** Starts a build of a config as it stands. */
    public JsonNode instantiate(String config, ObjectNode buildRequest) {
        return session.json(Request.post(path(KnownTypes.BUILD_CONFIG, config) + "/instantiate", buildRequest));
    }

    /** Starts a build that repeats another. */
    public JsonNode cloned(String build, ObjectNode buildRequest) {
        return session.json(Request.post(path(KnownTypes.BUILD, build) + "/clone", buildRequest));
    }

    public JsonNode update(JsonNode build) {
        return session.resources().update(KnownTypes.BUILD, name(build), build);
    }

    /**
     * Waits until a build has ended. Broken connections are taken up again for a while.
     *
     * @throws ApiException if the build is deleted, or may not be read
     * @throws ConnectionException if the server stays out of reach
     */
    public JsonNode ended(String name) throws InterruptedException {
        Patience patience = new Patience(session.talk());
        while (true) {
            try {
                JsonNode build = get(name);
                patience.renew();
                return hasEnded(build) ? build : watchedToItsEnd(build);
            } catch (ConnectionException e) {
                patience.spend(e);
            } catch (ApiException e) {
                patience.spend(e);
            }
        }
    }

    private JsonNode watchedToItsEnd(JsonNode build) {
        String name = name(build);
        String revision = build.at("/metadata/resourceVersion").asText();
        try (Watch watch = session.resources().watch(KnownTypes.BUILD, name, revision)) {
            while (true) {
                WatchEvent event = watch.next().orElseThrow();
                // A server that knows no field selectors tells about all builds.
                if (name(event.object()).equals(name)) {
                    if (event.type() == WatchEvent.Type.DELETED) {
                        throw ApiException.notFound(KnownTypes.BUILD.qualified(), name);
                    }
                    if (hasEnded(event.object())) {
                        return event.object();
                    }
                }
            }
        }
    }

    public static boolean hasEnded(JsonNode build) {
        return TERMINAL.contains(phase(build));
    }

    public static String phase(JsonNode build) {
        return build.at("/status/phase").asText("");
    }

    public static String name(JsonNode object) {
        return object.at("/metadata/name").asText("");
    }

    /** The number of a build among those of its config; 0 if it has none. */
    public static long number(JsonNode build) {
        return build.path("metadata")
                .path("annotations")
                .path("openshift.io/build.number")
                .asLong(0);
    }

    static boolean isOf(JsonNode build, String config) {
        JsonNode metadata = build.path("metadata");
        return metadata.path("annotations").path(CONFIG).asText("").equals(config)
                || metadata.path("labels").path(CONFIG).asText("").equals(config)
                || metadata.path("labels").path("buildconfig").asText("").equals(config)
                || build.at("/status/config/name").asText("").equals(config);
    }

    private String path(ResourceType type, String name) {
        return type.path(session.namespace(), name);
    }

    private static List<JsonNode> items(JsonNode list) {
        List<JsonNode> items = new ArrayList<>();
        list.path("items").forEach(items::add);
        return items;
    }
}
