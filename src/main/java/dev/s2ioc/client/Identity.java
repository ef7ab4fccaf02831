package dev.s2ioc.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Who the server takes the user of a session for. */
public final class Identity {
    private final Session session;

    public Identity(Session session) {
        this.session = session;
    }

    /**
     * The user's name.
     *
     * @throws ApiException if the server does not accept the credentials
     */
    public String name() {
        return user().path("metadata").path("name").asText();
    }

    /** The user with its groups, as an object of OpenShift's. */
    public JsonNode user() {
        try {
            JsonNode found = session.json(Request.post(
                            "/apis/authentication.k8s.io/v1/selfsubjectreviews",
                            Json.object()
                                    .put("kind", "SelfSubjectReview")
                                    .put("apiVersion", "authentication.k8s.io/v1")))
                    .path("status")
                    .path("userInfo");
            ObjectNode user = Json.object().put("kind", "User").put("apiVersion", "user.openshift.io/v1");
            user.putObject("metadata").put("name", found.path("username").asText());
            if (found.has("groups")) {
                user.set("groups", found.path("groups"));
            }
            return user;
        } catch (ApiException e) {
            // Older servers lack the review, or do not let every user make one; OpenShift always has this.
            if (e.isNotFound() || e.isForbidden()) {
                return session.json(Request.get("/apis/user.openshift.io/v1/users/~"));
            }
            throw e;
        }
    }

    /** Ends the life of an OAuth token on the server; a server that does not know it has nothing to end. */
    public void forget(String token) {
        String name = "sha256~" + Pkce.base64(Pkce.sha256(token.replaceFirst("^sha256~", "")));
        try {
            session.bytes(Request.delete("/apis/oauth.openshift.io/v1/oauthaccesstokens/" + name));
        } catch (ApiException e) {
            session.talk().note(6, "the server did not end the token: " + e.getMessage());
        }
    }
}
