package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asking for a project of one's own. */
public final class ProjectRequestResource implements Resource {
    private static final Type TYPE =
            Type.clusterScoped("project.openshift.io", "v1", "projectrequests", "ProjectRequest");

    /** Refusals name the project so. */
    private static final Type PROJECT = Type.clusterScoped("project.openshift.io", "v1", "project", "Project");

    private static final List<String> RESERVED_PREFIXES = List.of("openshift-", "kube-", "kubernetes-");
    private static final Set<String> RESERVED = Set.of("openshift", "kubernetes", "kube", "default");

    private final Machinery machinery;
    private final Resource namespaces;

    public ProjectRequestResource(Machinery machinery, Resource namespaces) {
        this.machinery = machinery;
        this.namespaces = namespaces;
    }

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public Set<Verb> verbs() {
        return EnumSet.of(Verb.create, Verb.list);
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.objectName());
    }

    /** Clients ask in this way whether they may request projects at all. */
    @Override
    public Optional<ObjectNode> answerToList(Call call) {
        ObjectNode status = Json.object();
        status.put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        return Optional.of(status.put("status", "Success"));
    }

    @Override
    public ObjectNode create(Call call, ObjectNode request) {
        String name = Json.at(request, "metadata", "name");
        requireFree(name);
        ObjectNode created;
        try {
            created = namespaces.create(call, namespace(call, request, name));
        } catch (StatusException e) {
            throw e.reason().equals("AlreadyExists") ? StatusException.alreadyExists(PROJECT, name) : e;
        }
        if (!call.dryRun()) {
            bindAdmin(call, name);
        }
        return ProjectResource.project(created);
    }

    private static void requireFree(String name) {
        for (String prefix : RESERVED_PREFIXES) {
            if (name.startsWith(prefix)) {
                throw StatusException.forbidden(
                        PROJECT, name, "cannot request a project starting with \"" + prefix + '"');
            }
        }
        if (RESERVED.contains(name)) {
            throw StatusException.forbidden(PROJECT, name, "cannot request a project with the name \"" + name + '"');
        }
        Causes causes = new Causes();
        if (!name.isEmpty() && name.length() < 2) {
            causes.invalid("metadata.name", name, "must be at least 2 characters long");
        }
        if (!name.isEmpty()) {
            Names.labelFault(name).ifPresent(fault -> causes.invalid("metadata.name", name, fault));
        }
        if (!causes.isEmpty()) {
            throw StatusException.invalid(ProjectResource.TYPE, name, causes);
        }
    }

    private static ObjectNode namespace(Call call, ObjectNode request, String name) {
        ObjectNode namespace = Json.object();
        ObjectNode metadata = namespace.putObject("metadata").put("name", name);
        metadata.putObject("annotations")
                .put("openshift.io/description", Json.at(request, "description"))
                .put("openshift.io/display-name", Json.at(request, "displayName"))
                .put("openshift.io/requester", call.user().name());
        return namespace;
    }

    private void bindAdmin(Call call, String namespace) {
        ObjectNode binding = Json.object();
        binding.putObject("metadata").put("name", "admin");
        binding.putObject("roleRef")
                .put("apiGroup", "rbac.authorization.k8s.io")
                .put("kind", "ClusterRole")
                .put("name", "admin");
        binding.putArray("subjects")
                .addObject()
                .put("kind", "User")
                .put("apiGroup", "rbac.authorization.k8s.io")
                .put("name", call.user().name());
        machinery.kinds().resource(RoleBindingKind.TYPE.resource()).create(Call.internal(namespace), binding);
    }
}
