package dev.s2ioc.cluster.kind;

import dev.s2ioc.cluster.store.Key;
import dev.s2ioc.cluster.store.Store;
import java.util.List;
import java.util.Set;

/** Who may do what: administrators everything, people everything in their projects, the rest nothing. */
public final class Access {
    private static final Set<String> READING = Set.of("get", "list", "watch");

    /** What everybody who has logged in may ask, as {@code verb resource}. */
    private static final Set<String> FOR_EVERYBODY = Set.of(
            "create selfsubjectreviews.authentication.k8s.io",
            "create selfsubjectaccessreviews.authorization.k8s.io",
            "create selfsubjectrulesreviews.authorization.k8s.io",
            "create subjectaccessreviews.authorization.openshift.io",
            "get clusterroles.rbac.authorization.k8s.io",
            "list clusterroles.rbac.authorization.k8s.io",
            "watch clusterroles.rbac.authorization.k8s.io",
            "get storageclasses.storage.k8s.io",
            "list storageclasses.storage.k8s.io",
            "list projectrequests.project.openshift.io",
            "create projectrequests.project.openshift.io",
            "list projects.project.openshift.io",
            "watch projects.project.openshift.io",
            "delete oauthaccesstokens.oauth.openshift.io");

    private static final List<String> OPEN =
            List.of("/healthz", "/livez", "/readyz", "/version", "/oauth", "/.well-known");

    private final Store store;

    public Access(Store store) {
        this.store = store;
    }

    /** Refuses in the API's words. */
    public void require(User user, String verb, Type type, String subresource, String namespace, String name) {
        if (!allows(user, verb, type.group(), type.plural(), namespace, name)) {
            throw StatusException.forbidden(
                    type, name, explanation(user, verb, type.group(), withSubresource(type, subresource), namespace));
        }
    }

    private static String withSubresource(Type type, String subresource) {
        return subresource.isEmpty() ? type.plural() : type.plural() + "/" + subresource;
    }

    public static String explanation(User user, String verb, String group, String resource, String namespace) {
        return "User \"" + user.name() + "\" cannot " + verb + " resource \"" + resource + "\" in API group \"" + group
                + "\" " + (namespace.isEmpty() ? "at the cluster scope" : "in the namespace \"" + namespace + "\"");
    }

    /** Whether the user may; the namespace is empty for what is cluster-scoped, or in all namespaces. */
    public boolean allows(User user, String verb, String group, String plural, String namespace, String name) {
        if (user.isAdmin()) {
            return true;
        }
        if (!user.groups().contains("system:authenticated")) {
            return false;
        }
        String resource = group.isEmpty() ? plural : plural + "." + group;
        if (FOR_EVERYBODY.contains(verb + " " + resource)) {
            return true;
        }
        if (resource.equals("users.user.openshift.io")) {
            return verb.equals("get") && (name.equals("~") || name.equals(user.name()));
        }
        if (resource.equals("projects.project.openshift.io")) {
            return !name.isEmpty() && isMember(user, name) && !verb.equals("create");
        }
        if (resource.equals("namespaces")) {
            return READING.contains(verb) && !name.isEmpty() && (isMember(user, name) || isShared(name));
        }
        return !namespace.isEmpty()
                && (isMember(user, namespace)
                        || isShared(namespace) && READING.contains(verb) && !resource.equals("secrets"));
    }

    /** Whether the user may go to a path that is no resource's. */
    public boolean allowsPath(User user, String verb, String path) {
        return user.isAdmin() || verb.equals("get") && (user.groups().contains("system:authenticated") || isOpen(path));
    }

    private static boolean isOpen(String path) {
        return OPEN.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
    }

    /** Whether the namespace is one of the user's projects. Service accounts work in their own. */
    public boolean isMember(User user, String namespace) {
        if (user.isAdmin()) {
            return exists(namespace);
        }
        String own = User.serviceAccountNamespace(user.name());
        return (own.isEmpty() ? !isSystems(namespace) : own.equals(namespace)) && exists(namespace);
    }

    /** Namespaces that belong to the cluster, not to people. */
    public static boolean isSystems(String namespace) {
        return namespace.equals("default")
                || namespace.equals("openshift")
                || namespace.startsWith("openshift-")
                || namespace.startsWith("kube-")
                || namespace.startsWith("kubernetes-");
    }

    private boolean isShared(String namespace) {
        return (namespace.equals("openshift") || namespace.startsWith("openshift-")) && exists(namespace);
    }

    private boolean exists(String namespace) {
        return store.get(new Key(NamespaceKind.TYPE.resource(), "", namespace)).isPresent();
    }
}
