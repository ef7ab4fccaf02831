package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.ProjectData;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Subresource;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.kind.Verb;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** POST buildconfigs/X/webhooks/SECRET/TYPE: whoever knows the secret may start a build. */
final class WebhooksSubresource implements Subresource {
    private static final Type HOOKS = Type.namespaced("build.openshift.io", "v1", "buildconfighook", "BuildConfigHook");
    private static final List<Webhook> TYPES =
            List.of(new GenericWebhook(), new GitHubWebhook(), new GitLabWebhook(), new BitbucketWebhook());

    private final BuildGenerator generator;
    private final BuildController controller;

    WebhooksSubresource(BuildGenerator generator, BuildController controller) {
        this.generator = generator;
        this.controller = controller;
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public String kind() {
        return "Build";
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.create);
    }

    @Override
    public boolean open() {
        return true;
    }

    @Override
    public void serve(Request request) throws IOException {
        List<String> path = request.rest();
        if (path.size() != 2) {
            throw StatusException.badRequest("unexpected hook subpath " + String.join("/", path));
        }
        Webhook webhook = TYPES.stream()
                .filter(each -> each.field().equals(path.get(1)))
                .findFirst()
                .orElseThrow(() -> StatusException.notFound(HOOKS, path.get(1)));
        String namespace = request.call().namespace();
        Optional<ObjectNode> config = controller.builds().findConfig(namespace, request.name());
        JsonNode trigger = config.flatMap(found -> trigger(found, webhook, path.getFirst()))
                .orElseThrow(() -> StatusException.of(
                        401,
                        "Unauthorized",
                        "the webhook \"" + webhook.field() + "\" for \"" + request.name()
                                + "\" did not accept your secret"));
        answer(request, webhook, webhook.read(config.get(), trigger, request.body()));
    }

    private Optional<JsonNode> trigger(JsonNode config, Webhook webhook, String secret) {
        ProjectData data = controller.data(config);
        return config.path("spec")
                .path("triggers")
                .valueStream()
                .filter(trigger -> Json.at(trigger, "type").equals(webhook.triggerType()))
                .map(trigger -> trigger.path(webhook.field()))
                .filter(trigger -> accepts(trigger, secret.getBytes(StandardCharsets.UTF_8), data))
                .findFirst();
    }

    private static boolean accepts(JsonNode trigger, byte[] secret, ProjectData data) {
        String own = Json.at(trigger, "secret");
        if (!own.isEmpty() && MessageDigest.isEqual(own.getBytes(StandardCharsets.UTF_8), secret)) {
            return true;
        }
        String reference = Json.at(trigger, "secretReference", "name");
        return !reference.isEmpty()
                && data.secret(reference)
                        .map(values -> values.get("WebHookSecretKey"))
                        .filter(value -> MessageDigest.isEqual(value, secret))
                        .isPresent();
    }

    private void answer(Request request, Webhook webhook, Webhook.Event event) throws IOException {
        ObjectNode build = null;
        if (event.builds()) {
            build = build(request, webhook, event.request());
        }
        if (build != null && event.warning().isEmpty()) {
            request.reply().json(200, build);
            return;
        }
        ObjectNode status = Json.object().put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        status.put("status", "Success");
        if (!event.warning().isEmpty()) {
            status.put("message", event.warning());
        }
        request.reply().json(200, status.put("code", 200));
    }

    private ObjectNode build(Request request, Webhook webhook, ObjectNode wanted) {
        ObjectNode cause = wanted.putArray("triggeredBy").addObject().put("message", webhook.message());
        ObjectNode details = cause.putObject(webhook.field() + "WebHook");
        BuildGenerator.copy(wanted, "revision", details);
        details.put("secret", "<secret>");
        try {
            ObjectNode build =
                    generator.instantiate(request.call().namespace(), request.name(), BuildRequest.of(wanted));
            controller.advance(build);
            return build;
        } catch (StatusException e) {
            throw StatusException.internal("could not generate a build: " + e.getMessage());
        }
    }
}
