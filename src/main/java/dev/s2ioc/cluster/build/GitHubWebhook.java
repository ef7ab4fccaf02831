package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Subresource;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;

/** What GitHub (and Gogs, which speaks like it) sends after a push. */
final class GitHubWebhook implements Webhook {
    @Override
    public String triggerType() {
        return "GitHub";
    }

    @Override
    public String field() {
        return "github";
    }

    @Override
    public Event read(JsonNode config, JsonNode trigger, Subresource.Body body) throws IOException {
        Webhook.requireJson(body);
        String event = body.header("X-GitHub-Event")
                .or(() -> body.header("X-Gogs-Event"))
                .orElseThrow(() -> StatusException.badRequest("missing X-GitHub-Event or X-Gogs-Event"));
        return switch (event) {
            case "ping" -> Event.nothing("");
            case "push" -> push(config, Webhook.json(body));
            default -> throw StatusException.badRequest("Unknown X-GitHub-Event or X-Gogs-Event " + event);
        };
    }

    private static Event push(JsonNode config, JsonNode payload) {
        JsonNode commit = payload.path("head_commit");
        return Webhook.pushed(config, Json.at(payload, "ref"), Webhook.revision(Json.at(commit, "id"), commit));
    }
}
