package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Subresource;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;

/** What Bitbucket sends after a push: the service on the web, and the server that one runs oneself. */
final class BitbucketWebhook implements Webhook {
    @Override
    public String triggerType() {
        return "Bitbucket";
    }

    @Override
    public String field() {
        return "bitbucket";
    }

    @Override
    public Event read(JsonNode config, JsonNode trigger, Subresource.Body body) throws IOException {
        Webhook.requireJson(body);
        String event = body.header("X-Event-Key").orElseThrow(() -> StatusException.badRequest("missing X-Event-Key"));
        return switch (event) {
            case "diagnostics:ping" -> Event.nothing("");
            case "repo:push" -> fromTheWeb(config, change(Webhook.json(body).path("push")));
            case "repo:refs_changed" -> fromServer(config, change(Webhook.json(body)));
            default -> throw StatusException.badRequest("Unknown Bitbucket X-Event-Key " + event);
        };
    }

    private static JsonNode change(JsonNode push) {
        JsonNode first = push.path("changes").path(0);
        if (!first.isObject()) {
            throw StatusException.badRequest("Unable to extract valid event from payload: " + Json.text(push));
        }
        return first;
    }

    /** A branch that was deleted has nothing new. */
    private static Event fromTheWeb(JsonNode config, JsonNode change) {
        JsonNode commit = change.path("commits").path(0);
        String branch = Json.at(change, "new", "name");
        if (branch.isEmpty()) {
            return Event.nothing("skipping build. The branch \"" + Json.at(change, "old", "name") + "\" is gone");
        }
        String hash = Json.at(commit, "hash");
        return Webhook.pushed(
                config,
                branch,
                Webhook.revision(hash.isEmpty() ? Json.at(change, "new", "target", "hash") : hash, described(commit)));
    }

    private static JsonNode described(JsonNode commit) {
        String user = Json.at(commit, "author", "username");
        ObjectNode described = Json.object();
        described.putObject("author").put("name", user.isEmpty() ? Json.at(commit, "author", "raw") : user);
        BuildGenerator.copy(commit, "message", described);
        return Webhook.byItsAuthor(described);
    }

    private static Event fromServer(JsonNode config, JsonNode change) {
        String branch = Json.at(change, "ref", "displayId");
        if (Json.at(change, "type").equals("DELETE")) {
            return Event.nothing("skipping build. The branch \"" + branch + "\" is gone");
        }
        return Webhook.pushed(config, branch, Webhook.revision(Json.at(change, "toHash"), Json.object()));
    }
}
