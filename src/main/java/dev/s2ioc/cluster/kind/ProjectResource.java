package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Event;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import dev.s2ioc.cluster.store.Listing;
import dev.s2ioc.cluster.store.Page;
import dev.s2ioc.cluster.store.Watch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Projects: the namespaces that a user is a member of. */
public final class ProjectResource implements Resource {
    public static final Type TYPE = Type.clusterScoped("project.openshift.io", "v1", "projects", "Project");

    private final Resource namespaces;
    private final Access access;

    public ProjectResource(Machinery machinery, Resource namespaces) {
        this.namespaces = namespaces;
        this.access = new Access(machinery.store());
    }

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public Set<Verb> verbs() {
        return namespaces.verbs();
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.objectName(),
                Column.text(
                        "Display Name",
                        "The name for people.",
                        (project, now) -> Json.at(project, "metadata", "annotations", "openshift.io/display-name")),
                Column.text(
                        "Status",
                        "Whether the project is being deleted.",
                        (project, now) -> Json.at(project, "status", "phase")));
    }

    @Override
    public ObjectNode get(Call call, String name) {
        return named(() -> project(namespaces.get(call, name)), name);
    }

    @Override
    public Listing list(Call call, Page page) {
        Listing all = namespaces.list(call, new Page(0, page.after(), page.revision()));
        List<ObjectNode> own = all.items().stream()
                .filter(namespace -> isOwn(call, Json.at(namespace, "metadata", "name")))
                .map(ProjectResource::project)
                .toList();
        return new Listing(own, all.revision(), Optional.empty(), 0);
    }

    private boolean isOwn(Call call, String name) {
        return call.user().isAdmin() || access.isMember(call.user(), name);
    }

    /** A deleted project has no members any more; who could see it then is told by its name. */
    @Override
    public Watch watch(Call call, long fromRevision) {
        return namespaces
                .watch(call, fromRevision)
                .map(event -> Optional.of(event)
                        .filter(found -> isOwn(call, found.key().name())
                                || found.type() == Event.Type.DELETED
                                        && !Access.isSystems(found.key().name())
                                        && !call.user().name().startsWith(User.SERVICE_ACCOUNT))
                        .map(found -> new Event(
                                found.type(),
                                found.revision(),
                                new Key(TYPE.resource(), "", found.key().name()),
                                project(found.object()),
                                found.old().map(ProjectResource::project))));
    }

    @Override
    public ObjectNode create(Call call, ObjectNode project) {
        return named(() -> project(namespaces.create(call, namespace(project))), Json.at(project, "metadata", "name"));
    }

    @Override
    public Written update(Call call, String name, UnaryOperator<ObjectNode> change) {
        return named(
                () -> {
                    Written written =
                            namespaces.update(call, name, namespace -> namespace(change.apply(project(namespace))));
                    return new Written(project(written.object()), written.created());
                },
                name);
    }

    @Override
    public Deleted delete(Call call, String name, DeleteOptions options) {
        return named(
                () -> new Deleted(project(namespaces.delete(call, name, options).object()), true), name);
    }

    private static <T> T named(java.util.function.Supplier<T> work, String name) {
        try {
            return work.get();
        } catch (StatusException e) {
            throw switch (e.reason()) {
                case "NotFound" -> StatusException.notFound(TYPE, name);
                case "AlreadyExists" -> StatusException.alreadyExists(TYPE, name);
                case "Conflict" -> StatusException.conflict(TYPE, name);
                default -> e;
            };
        }
    }

    static ObjectNode project(JsonNode namespace) {
        ObjectNode project = Json.object();
        project.put("kind", TYPE.kind()).put("apiVersion", TYPE.apiVersion());
        project.set("metadata", namespace.path("metadata").deepCopy());
        project.set("spec", namespace.path("spec").deepCopy());
        project.set("status", namespace.path("status").deepCopy());
        return project;
    }

    private static ObjectNode namespace(ObjectNode project) {
        ObjectNode namespace = project.deepCopy();
        String kind = project.path("kind").asText(TYPE.kind());
        if (!kind.equals(TYPE.kind())) {
            throw StatusException.badRequest(kind + " in version \"v1\" cannot be handled as a Project");
        }
        return namespace.put("kind", NamespaceKind.TYPE.kind()).put("apiVersion", NamespaceKind.TYPE.apiVersion());
    }

    @Override
    public Map<String, String> fields(JsonNode object) {
        return namespaces.fields(object);
    }
}
