package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers "who may", with what decides here: {@link Access}, not the roles. */
final class ResourceAccessReviewResource implements Question {
    private static final String GROUP = "authorization.openshift.io";
    static final Type ANYWHERE = Type.clusterScoped(GROUP, "v1", "resourceaccessreviews", "ResourceAccessReview");
    static final Type LOCAL = Type.namespaced(GROUP, "v1", "localresourceaccessreviews", "LocalResourceAccessReview");

    private static final String EVERYBODY = "system:authenticated";
    private static final List<String> ADMINISTRATORS = List.of("system:cluster-admins", "system:masters");

    private final Access access;
    private final Type type;

    ResourceAccessReviewResource(Access access, Type type) {
        this.access = access;
        this.type = type;
    }

    @Override
    public Type type() {
        return type;
    }

    @Override
    public ObjectNode create(Call call, ObjectNode request) {
        Causes causes = new Causes();
        for (String field : List.of("verb", "resource")) {
            if (Json.at(request, field).isEmpty()
                    && !request.path("isNonResourceURL").asBoolean()) {
                causes.required(field, "");
            }
        }
        if (!causes.isEmpty()) {
            throw StatusException.invalid(type, "", causes);
        }
        String namespace = type.namespaced() ? call.namespace() : "";
        ObjectNode response = Json.object();
        response.put("kind", "ResourceAccessReviewResponse").put("apiVersion", type.apiVersion());
        response.put("namespace", namespace);
        response.putArray("users").add("kubeadmin").add(User.SYSTEM.name());
        groups(namespace).forEach((group, member) -> {
            if (mayDo(member, request, namespace)) {
                response.withArray("groups").add(group);
            }
        });
        return response.put("evalutionError", "");
    }

    /** The groups that differ in what they may, each with somebody who is in it and in nothing else that counts. */
    private static Map<String, User> groups(String namespace) {
        Map<String, User> groups = new LinkedHashMap<>();
        groups.put(EVERYBODY, new User(User.SERVICE_ACCOUNT + "-:-", "", List.of(EVERYBODY)));
        groups.put("system:authenticated:oauth", User.named("somebody", ""));
        ADMINISTRATORS.forEach(group -> groups.put(group, new User("", "", List.of(group, EVERYBODY))));
        if (!namespace.isEmpty()) {
            groups.put("system:serviceaccounts:" + namespace, User.serviceAccount(namespace, "-"));
        }
        groups.put("system:unauthenticated", User.ANONYMOUS);
        return groups;
    }

    private boolean mayDo(User user, ObjectNode request, String namespace) {
        String verb = Json.at(request, "verb");
        return request.path("isNonResourceURL").asBoolean()
                ? access.allowsPath(user, verb, Json.at(request, "path"))
                : access.allows(
                        user,
                        verb,
                        Json.at(request, "resourceAPIGroup"),
                        Json.at(request, "resource"),
                        namespace,
                        Json.at(request, "resourceName"));
    }
}
