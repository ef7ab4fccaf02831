package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Subresource;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** A way in which others tell of a change: which triggers are meant, what the build is then called for, what the body says. */
interface Webhook {
    int LARGEST_BODY = 3 << 20;
    String DEFAULT_BRANCH = "master";

    /** The type of its triggers. */
    String triggerType();

    /** The trigger's field, and the cause's. */
    String field();

    /** What a build's cause says. */
    default String message() {
        return triggerType() + " WebHook";
    }

    /** Reads what the caller sent; refuses what is not such an event. */
    Event read(JsonNode config, JsonNode trigger, Subresource.Body body) throws IOException;

    /**
     * What a caller wants.
     *
     * @param builds whether there shall be a build
     * @param request for that, but for the causes
     * @param warning for the caller; empty when all is well
     */
    record Event(boolean builds, ObjectNode request, String warning) {
        static Event build(ObjectNode request, String warning) {
            return new Event(true, request, warning);
        }

        static Event nothing(String why) {
            return new Event(false, Json.object(), why);
        }
    }

    static String contentType(Subresource.Body body) {
        return body.header("Content-Type").orElse("").split(";")[0].strip().toLowerCase(Locale.ROOT);
    }

    static byte[] bytes(Subresource.Body body) throws IOException {
        byte[] bytes = body.stream().readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            throw StatusException.of(413, "RequestEntityTooLarge", "the payload is larger than " + LARGEST_BODY);
        }
        return bytes;
    }

    static void requireJson(Subresource.Body body) {
        String type = contentType(body);
        if (!type.equals("application/json")) {
            throw StatusException.badRequest("unsupported Content-Type " + type);
        }
    }

    static JsonNode json(Subresource.Body body) throws IOException {
        byte[] bytes = bytes(body);
        try {
            return Json.parse(bytes);
        } catch (IOException e) {
            throw StatusException.badRequest(e.getMessage().lines().findFirst().orElse("the payload is no JSON"));
        }
    }

    /** A build of what was pushed, if that is the branch of the configuration. */
    static Event pushed(JsonNode config, String ref, ObjectNode revision) {
        if (!isBuilt(config, ref)) {
            return Event.nothing("skipping build. Branch reference from \"" + ref + "\" does not match configuration");
        }
        ObjectNode request = Json.object();
        request.set("revision", revision);
        return Event.build(request, "");
    }

    /** A commit of which only the author is told. */
    static JsonNode byItsAuthor(JsonNode commit) {
        ObjectNode described = commit.deepCopy();
        if (commit.has("author")) {
            described.set("committer", commit.path("author"));
        }
        return described;
    }

    /** Whether an event is about the branch that is built; a configuration without one is taken to build master. */
    static boolean isBuilt(JsonNode config, String ref) {
        String own = Json.at(config, "spec", "source", "git", "ref");
        return branch(own.isEmpty() ? DEFAULT_BRANCH : own).equals(branch(ref));
    }

    private static String branch(String ref) {
        return ref.startsWith("refs/heads/") ? ref.substring("refs/heads/".length()) : ref;
    }

    /** A request's revision, from the fields of a commit. */
    static ObjectNode revision(String commit, JsonNode described) {
        ObjectNode revision = Json.object().put("type", "Git");
        ObjectNode git = revision.putObject("git");
        if (!commit.isEmpty()) {
            git.put("commit", commit);
        }
        for (String person : List.of("author", "committer")) {
            ObjectNode written = git.putObject(person);
            for (String field : List.of("name", "email")) {
                BuildGenerator.copy(described.path(person), field, written);
            }
        }
        BuildGenerator.copy(described, "message", git);
        return revision;
    }
}
