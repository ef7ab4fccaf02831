package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;

/** Answers "may I" and "may they", as Kubernetes puts the question. */
final class AccessReviewResource implements Question {
    private static final String GROUP = "authorization.k8s.io";
    static final Type SELF = Type.clusterScoped(GROUP, "v1", "selfsubjectaccessreviews", "SelfSubjectAccessReview");
    static final Type ANYBODY = Type.clusterScoped(GROUP, "v1", "subjectaccessreviews", "SubjectAccessReview");
    static final Type LOCAL = Type.namespaced(GROUP, "v1", "localsubjectaccessreviews", "LocalSubjectAccessReview");

    private final Access access;
    private final Type type;

    AccessReviewResource(Access access, Type type) {
        this.access = access;
        this.type = type;
    }

    @Override
    public Type type() {
        return type;
    }

    @Override
    public ObjectNode create(Call call, ObjectNode request) {
        JsonNode spec = request.path("spec");
        validate(call, spec);
        User user = type.equals(SELF) ? call.user() : Reviewed.user(spec);
        boolean allowed = spec.hasNonNull("resourceAttributes")
                ? mayDo(user, spec.path("resourceAttributes"))
                : access.allowsPath(
                        user,
                        Json.at(spec, "nonResourceAttributes", "verb"),
                        Json.at(spec, "nonResourceAttributes", "path"));
        ObjectNode review = Json.object();
        review.put("kind", type.kind()).put("apiVersion", type.apiVersion());
        review.putObject("metadata").putNull("creationTimestamp");
        review.set("spec", spec.deepCopy());
        review.putObject("status").put("allowed", allowed);
        return review;
    }

    private void validate(Call call, JsonNode spec) {
        Causes causes = new Causes();
        if (spec.hasNonNull("resourceAttributes") == spec.hasNonNull("nonResourceAttributes")) {
            causes.invalid(
                    "spec.resourceAttributes",
                    spec.path("resourceAttributes"),
                    "exactly one of nonResourceAttributes or resourceAttributes must be specified");
        }
        if (!type.equals(SELF)
                && Json.at(spec, "user").isEmpty()
                && spec.path("groups").isEmpty()) {
            causes.invalid("spec.user", "", "at least one of user or group must be specified");
        }
        if (type.equals(LOCAL)
                && !Json.at(spec, "resourceAttributes", "namespace").equals(call.namespace())) {
            causes.invalid(
                    "spec.resourceAttributes.namespace",
                    Json.at(spec, "resourceAttributes", "namespace"),
                    "must match metadata.namespace");
        }
        if (!causes.isEmpty()) {
            throw StatusException.invalid(type, "", causes);
        }
    }

    private boolean mayDo(User user, JsonNode attributes) {
        return access.allows(
                user,
                Json.at(attributes, "verb"),
                Json.at(attributes, "group"),
                Json.at(attributes, "resource"),
                Json.at(attributes, "namespace"),
                Json.at(attributes, "name"));
    }
}
