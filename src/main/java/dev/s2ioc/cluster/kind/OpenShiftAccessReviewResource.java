package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;

/** Answers "may I" and "may they", as OpenShift has put the question since before Kubernetes did; {@code oc status} still does. */
final class OpenShiftAccessReviewResource implements Question {
    private static final String GROUP = "authorization.openshift.io";
    static final Type ANYWHERE = Type.clusterScoped(GROUP, "v1", "subjectaccessreviews", "SubjectAccessReview");
    static final Type LOCAL = Type.namespaced(GROUP, "v1", "localsubjectaccessreviews", "LocalSubjectAccessReview");

    private final Access access;
    private final Type type;

    OpenShiftAccessReviewResource(Access access, Type type) {
        this.access = access;
        this.type = type;
    }

    @Override
    public Type type() {
        return type;
    }

    @Override
    public ObjectNode create(Call call, ObjectNode request) {
        if (Json.at(request, "verb").isEmpty()) {
            throw StatusException.invalid(type, "", new Causes().required("verb", ""));
        }
        String namespace = type.namespaced() ? call.namespace() : Json.at(request, "namespace");
        boolean self =
                Json.at(request, "user").isEmpty() && request.path("groups").isEmpty();
        if (!self) {
            access.require(call.user(), "create", LOCAL, "", namespace, "");
        }
        User user = self ? call.user() : Reviewed.user(request);
        boolean allowed = request.path("isNonResourceURL").asBoolean()
                ? access.allowsPath(user, Json.at(request, "verb"), Json.at(request, "path"))
                : access.allows(
                        user,
                        Json.at(request, "verb"),
                        Json.at(request, "resourceAPIGroup"),
                        Json.at(request, "resource"),
                        namespace,
                        Json.at(request, "resourceName"));
        ObjectNode response = Json.object();
        response.put("kind", "SubjectAccessReviewResponse").put("apiVersion", type.apiVersion());
        return response.put("namespace", namespace).put("allowed", allowed);
    }
}
