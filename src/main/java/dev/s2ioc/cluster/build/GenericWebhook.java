package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Subresource;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;

/** The hook for everybody: a body is welcome and not needed, and one that cannot be read does not keep the build from being made. */
final class GenericWebhook implements Webhook {
    private static final String GO_ON = "ignoring payload and continuing with build";

    @Override
    public String triggerType() {
        return "Generic";
    }

    @Override
    public String field() {
        return "generic";
    }

    @Override
    public Event read(JsonNode config, JsonNode trigger, Subresource.Body body) throws IOException {
        JsonNode payload;
        switch (Webhook.contentType(body)) {
            case "application/json" -> {
                byte[] bytes = Webhook.bytes(body);
                try {
                    payload = bytes.length == 0 ? Json.array() : Json.parse(bytes);
                } catch (IOException e) {
                    return ignored("error unmarshalling payload: "
                            + e.getMessage().lines().findFirst().orElse(""));
                }
            }
            case "application/yaml" -> {
                try {
                    payload = body.object();
                } catch (StatusException e) {
                    return ignored("error converting payload to json: " + e.getMessage());
                }
            }
            default -> {
                return ignored("invalid Content-Type on payload");
            }
        }
        return payload.isArray() && payload.isEmpty()
                ? Event.build(Json.object(), "")
                : event(config, trigger, payload);
    }

    private static Event ignored(String why) {
        return Event.build(Json.object(), why + ", " + GO_ON);
    }

    private static Event event(JsonNode config, JsonNode trigger, JsonNode payload) {
        ObjectNode request = Json.object();
        if (trigger.path("allowEnv").asBoolean()) {
            BuildGenerator.copy(payload, "env", request);
        }
        BuildGenerator.copy(payload, "dockerStrategyOptions", request);
        if (!config.path("spec").path("source").hasNonNull("git")) {
            return Event.build(request, "");
        }
        JsonNode git = payload.path("git");
        if (!git.isObject()) {
            return Event.build(request, "no git information found in payload, ignoring and continuing with build");
        }
        if (git.path("refs").isArray()) {
            for (JsonNode each : git.path("refs")) {
                if (Webhook.isBuilt(config, Json.at(each, "ref"))) {
                    return of(request, each);
                }
            }
            return Event.nothing("skipping build. None of the supplied refs matched \""
                    + Json.at(config, "spec", "source", "git", "ref") + "\"");
        }
        if (!Webhook.isBuilt(config, Json.at(git, "ref"))) {
            return Event.nothing("skipping build. Branch reference from \"" + Json.at(git, "ref")
                    + "\" does not match configuration");
        }
        return of(request, git);
    }

    private static Event of(ObjectNode request, JsonNode git) {
        request.set("revision", Webhook.revision(Json.at(git, "commit"), git));
        return Event.build(request, "");
    }
}
