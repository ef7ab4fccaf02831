package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Answers "may I". */
public final class SelfSubjectAccessReviewResource implements Resource {
    private static final Type TYPE =
            Type.clusterScoped("authorization.k8s.io", "v1", "selfsubjectaccessreviews", "SelfSubjectAccessReview");

    private final Access access;

    public SelfSubjectAccessReviewResource(Machinery machinery) {
        this.access = new Access(machinery.store());
    }

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public Set<Verb> verbs() {
        return EnumSet.of(Verb.create);
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.objectName());
    }

    @Override
    public ObjectNode create(Call call, ObjectNode request) {
        JsonNode spec = request.path("spec");
        if (spec.has("resourceAttributes") == spec.has("nonResourceAttributes")) {
            Causes causes = new Causes();
            causes.invalid(
                    "spec.resourceAttributes",
                    spec.path("resourceAttributes"),
                    "exactly one of nonResourceAttributes or resourceAttributes must be specified");
            throw StatusException.invalid(TYPE, "", causes);
        }
        boolean allowed = spec.has("resourceAttributes")
                ? mayDo(call.user(), spec.path("resourceAttributes"))
                : mayGo(call.user(), spec.path("nonResourceAttributes"));
        ObjectNode review = Json.object();
        review.put("kind", TYPE.kind()).put("apiVersion", TYPE.apiVersion());
        review.putObject("metadata").putNull("creationTimestamp");
        review.set("spec", spec.deepCopy());
        review.putObject("status").put("allowed", allowed);
        return review;
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

    private static boolean mayGo(User user, JsonNode attributes) {
        return user.isAdmin() || Json.at(attributes, "verb").equals("get") && !user.equals(User.ANONYMOUS);
    }
}
