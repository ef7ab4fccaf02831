package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Logged-in sessions, under the hash of their token. */
public final class OAuthAccessTokenKind implements Kind {
    public static final Type TYPE =
            Type.clusterScoped("oauth.openshift.io", "v1", "oauthaccesstokens", "OAuthAccessToken");

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public Set<Verb> verbs() {
        return EnumSet.of(Verb.create, Verb.delete, Verb.get, Verb.list, Verb.watch);
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.objectName(),
                Column.text(
                        "User Name",
                        "UserName is the user name associated with this token",
                        (object, now) -> Json.at(object, "userName")),
                Column.text(
                        "Client Name",
                        "ClientName references the client that created this token.",
                        (object, now) -> Json.at(object, "clientName")),
                Column.age());
    }

    @Override
    public Map<String, String> fields(JsonNode token) {
        return Map.of(
                "clientName", Json.at(token, "clientName"),
                "userName", Json.at(token, "userName"),
                "userUID", Json.at(token, "userUID"));
    }

    @Override
    public Optional<String> nameFault(String name) {
        return Names.pathSegmentFault(name);
    }

    @Override
    public void setDefaults(ObjectNode object) {
        if (!object.has("expiresIn")) {
            object.put("expiresIn", 86_400);
        }
    }
}
