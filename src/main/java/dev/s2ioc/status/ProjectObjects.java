package dev.s2ioc.status;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Request;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** All that a project, or all projects, is made of, as far as the server has it and the user may see it. */
public final class ProjectObjects {
    static final ResourceType CLAIM = KnownTypes.named("pvc").orElseThrow();

    /** In the order in which problems are told. */
    static final List<ResourceType> TYPES = List.of(
            KnownTypes.SERVICE,
            KnownTypes.SERVICE_ACCOUNT,
            KnownTypes.SECRET,
            CLAIM,
            KnownTypes.REPLICATION_CONTROLLER,
            KnownTypes.POD,
            KnownTypes.JOB,
            KnownTypes.STATEFUL_SET,
            KnownTypes.named("hpa").orElseThrow(),
            KnownTypes.DEPLOYMENT,
            KnownTypes.REPLICA_SET,
            KnownTypes.DAEMON_SET,
            KnownTypes.BUILD_CONFIG,
            KnownTypes.BUILD,
            KnownTypes.IMAGE_STREAM,
            KnownTypes.DEPLOYMENT_CONFIG,
            KnownTypes.ROUTE);

    private static final Comparator<JsonNode> BY_NAME =
            Comparator.<JsonNode, String>comparing(Fields::namespace).thenComparing(Fields::name);

    private final Map<ResourceType, List<JsonNode>> objects = new LinkedHashMap<>();
    private final TreeSet<String> unlisted = new TreeSet<>();

    private ProjectObjects() {}

    /**
     * Asks for everything at once.
     *
     * @param namespace empty for all
     */
    public static ProjectObjects load(Session session, Optional<String> namespace) throws InterruptedException {
        ProjectObjects found = new ProjectObjects();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<ResourceType, Future<JsonNode>> answers = new LinkedHashMap<>();
            for (ResourceType type : TYPES) {
                String path = namespace.map(type::path).orElseGet(type::pathOfAll);
                answers.put(type, threads.submit(() -> session.json(Request.get(path))));
            }
            for (Map.Entry<ResourceType, Future<JsonNode>> answer : answers.entrySet()) {
                found.take(answer.getKey(), answer.getValue());
            }
        }
        return found;
    }

    private void take(ResourceType type, Future<JsonNode> answer) throws InterruptedException {
        List<JsonNode> items = new ArrayList<>();
        try {
            answer.get().path("items").forEach(items::add);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof ApiException refusal) || !(refusal.isForbidden() || refusal.isNotFound())) {
                throw e.getCause() instanceof RuntimeException failure
                        ? failure
                        : new IllegalStateException(e.getCause());
            }
            // What a server does not have is not missed; what it hides may be.
            if (refusal.isForbidden()) {
                unlisted.add(type.plural());
            }
        }
        items.sort(BY_NAME);
        objects.put(type, items);
    }

    List<JsonNode> of(ResourceType type) {
        return objects.get(type);
    }

    /** The types that the user may not list. */
    List<String> unlisted() {
        return List.copyOf(unlisted);
    }

    Optional<JsonNode> find(ResourceType type, String namespace, String name) {
        return of(type).stream()
                .filter(object -> Fields.namespace(object).equals(namespace)
                        && Fields.name(object).equals(name))
                .findFirst();
    }

    /** Whether it can be said that an object is missing. */
    boolean isMissing(ResourceType type, String namespace, String name) {
        return !unlisted.contains(type.plural()) && find(type, namespace, name).isEmpty();
    }
}
