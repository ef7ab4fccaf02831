package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;

/** Answers "who am I". */
public final class SelfSubjectReviewResource implements Question {
    private static final Type TYPE =
            Type.clusterScoped("authentication.k8s.io", "v1", "selfsubjectreviews", "SelfSubjectReview");

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public ObjectNode create(Call call, ObjectNode request) {
        ObjectNode review = Json.object();
        review.put("kind", TYPE.kind()).put("apiVersion", TYPE.apiVersion());
        review.putObject("metadata").putNull("creationTimestamp");
        ObjectNode user = review.putObject("status").putObject("userInfo");
        user.put("username", call.user().name());
        if (!call.user().uid().isEmpty()) {
            user.put("uid", call.user().uid());
        }
        ArrayNode groups = user.putArray("groups");
        call.user().groups().forEach(groups::add);
        return review;
    }
}
