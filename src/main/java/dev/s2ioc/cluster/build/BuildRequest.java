package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.store.Json;
import java.util.Optional;

/** What a request wants of one build, beyond its configuration; field by field the API's BuildRequest. */
record BuildRequest(ObjectNode json, Optional<ObjectNode> binary) {

    static BuildRequest of(ObjectNode body) {
        return new BuildRequest(body, Optional.empty());
    }

    /** The query of instantiatebinary: a file's name and the revision that is sent. */
    static BuildRequest ofUpload(Call call) {
        ObjectNode request = Json.object();
        if (call.parameter("revision.commit").isPresent()) {
            ObjectNode revision = request.putObject("revision").put("type", "Git");
            ObjectNode git = revision.putObject("git");
            put(git, "commit", call.parameter("revision.commit"));
            person(git, "author", call, "revision.authorName", "revision.authorEmail");
            person(git, "committer", call, "revision.committerName", "revision.committerEmail");
            put(git, "message", call.parameter("revision.message"));
        }
        ObjectNode binary = Json.object();
        put(binary, "asFile", call.parameter("asFile"));
        return new BuildRequest(request, Optional.of(binary));
    }

    private static void person(ObjectNode git, String field, Call call, String name, String email) {
        ObjectNode person = git.putObject(field);
        put(person, "name", call.parameter(name));
        put(person, "email", call.parameter(email));
    }

    private static void put(ObjectNode object, String field, Optional<String> value) {
        value.ifPresent(text -> object.put(field, text));
    }

    JsonNode dockerOptions() {
        return json.path("dockerStrategyOptions");
    }

    JsonNode sourceOptions() {
        return json.path("sourceStrategyOptions");
    }
}
