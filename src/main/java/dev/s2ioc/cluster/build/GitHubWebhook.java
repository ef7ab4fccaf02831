package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
        String type = Webhook.contentType(body);
        if (!type.equals("application/json")) {
            throw StatusException.badRequest("unsupported Content-Type " + type);
        }
        String event = body.header("X-GitHub-Event")
                .or(() -> body.header("X-Gogs-Event"))
                .orElseThrow(() -> StatusException.badRequest("missing X-GitHub-Event or X-Gogs-Event"));
        return switch (event) {
            case "ping" -> Event.nothing("");
            case "push" -> push(config, Webhook.bytes(body));
            default -> throw StatusException.badRequest("Unknown X-GitHub-Event or X-Gogs-Event " + event);
        };
    }

    private static Event push(JsonNode config, byte[] body) {
        JsonNode payload;
        try {
            payload = Json.parse(body);
        } catch (IOException e) {
            throw StatusException.badRequest(e.getMessage().lines().findFirst().orElse("the payload is no JSON"));
        }
        String ref = Json.at(payload, "ref");
        if (!Webhook.isBuilt(config, ref)) {
            return Event.nothing("skipping build. Branch reference from \"" + ref + "\" does not match configuration");
        }
        JsonNode commit = payload.path("head_commit");
        ObjectNode request = Json.object();
        request.set("revision", Webhook.revision(Json.at(commit, "id"), commit));
        return Event.build(request, "");
    }
}
