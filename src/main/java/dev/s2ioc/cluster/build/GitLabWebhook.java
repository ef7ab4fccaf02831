package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Subresource;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;

/** What GitLab sends after a push. */
final class GitLabWebhook implements Webhook {
    @Override
    public String triggerType() {
        return "GitLab";
    }

    @Override
    public String field() {
        return "gitlab";
    }

    @Override
    public Event read(JsonNode config, JsonNode trigger, Subresource.Body body) throws IOException {
        Webhook.requireJson(body);
        String event =
                body.header("X-Gitlab-Event").orElseThrow(() -> StatusException.badRequest("missing X-Gitlab-Event"));
        if (!event.equals("Push Hook")) {
            throw StatusException.badRequest("Unknown X-Gitlab-Event " + event);
        }
        JsonNode payload = Webhook.json(body);
        JsonNode commit = newest(payload);
        return Webhook.pushed(
                config, Json.at(payload, "ref"), Webhook.revision(Json.at(commit, "id"), Webhook.byItsAuthor(commit)));
    }

    /** The commits come oldest first, and a long push brings only its last ones. */
    private static JsonNode newest(JsonNode payload) {
        String after = Json.at(payload, "after");
        for (JsonNode commit : payload.path("commits")) {
            if (Json.at(commit, "id").equals(after)) {
                return commit;
            }
        }
        return Json.object().put("id", after);
    }
}
