package dev.s2ioc.cluster.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.ApiClient;
import dev.s2ioc.cluster.ApiClient.Answer;
import dev.s2ioc.cluster.store.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A resource of a cluster that conventions are checked on: how to ask for it, in a word each. */
record Subject(ApiClient cluster, Advertised resource) {
    /** Kinds whose objects are parts or other sights of objects: they have no labels or managers of their own. */
    private static final Set<String> VIEWS = Set.of("imagestreamtags", "imagetags", "projects");

    /** Holds of every subject. */
    boolean exists() {
        return true;
    }

    boolean isStored() {
        return !VIEWS.contains(resource.plural());
    }

    /** Namespaces go when what is in them has gone. */
    boolean goesAtOnce() {
        return !Set.of("namespaces", "projects").contains(resource.plural());
    }

    /** A merge patch that notes something. */
    String note(String text) {
        return noted(Json.object(), text).toString();
    }

    ObjectNode noted(ObjectNode object, String text) {
        String[] path = Samples.texts(resource).split("/");
        Json.child(Json.child(object, path[1]), path[2]).put("note", text);
        return object;
    }

    /** What is noted in it. */
    String noteOf(JsonNode object) {
        return object.at(Samples.texts(resource) + "/note").asText();
    }

    String name(String word) {
        return Samples.name(resource, word);
    }

    String path(String word) {
        return resource.collection() + "/" + name(word);
    }

    String collection() {
        return resource.collection();
    }

    ObjectNode sample(String word) {
        return Samples.of(resource, name(word));
    }

    Answer create(ObjectNode object) {
        return cluster.post(collection(), object.toString());
    }

    /** Makes one, which must work. */
    ObjectNode made(String word) {
        return made(sample(word));
    }

    ObjectNode made(ObjectNode object) {
        Answer answer = create(object);
        if (answer.code() != 201) {
            throw new AssertionError(resource.resource() + ": " + answer.refusal());
        }
        return (ObjectNode) answer.body();
    }

    Answer get(String word, String... headers) {
        return cluster.get(path(word), headers);
    }

    Answer list(String query, String... headers) {
        return cluster.get(collection() + "?" + query, headers);
    }

    Answer patch(String word, String type, String patch) {
        return cluster.patch(path(word), type, patch);
    }

    Answer delete(String word, String options) {
        return cluster.delete(path(word), options);
    }

    /** Whether it is no longer there, or will not be soon. */
    boolean isGone(String word) {
        Answer answer = get(word);
        return answer.code() == 404
                || !goesAtOnce() && answer.body().path("metadata").has("deletionTimestamp");
    }

    List<String> names(String query) {
        return list(query)
                .body()
                .path("items")
                .valueStream()
                .map(item -> Json.at(item, "metadata", "name"))
                .toList();
    }

    /** {@code TYPE name} of each event until the last one has come. */
    List<JsonNode> watched(String query, String accept, int count) throws IOException, InterruptedException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                cluster.stream(collection() + "?watch=true&timeoutSeconds=20&" + query, "Accept", accept),
                StandardCharsets.UTF_8))) {
            List<JsonNode> events = new ArrayList<>();
            while (events.size() < count) {
                events.add(Json.parse(lines.readLine()));
            }
            return events;
        }
    }
}
