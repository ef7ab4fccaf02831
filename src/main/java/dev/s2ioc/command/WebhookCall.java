package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Answer;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.Request;
import dev.s2ioc.client.Session;
import dev.s2ioc.kubeconfig.ClientConfig;
import dev.s2ioc.kubeconfig.KubeconfigException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Calls a webhook, which may be of another server than the selected one: only the selected one gets credentials. */
final class WebhookCall {
    private final CommandContext context;
    private final URI address;

    WebhookCall(CommandContext context, String address) {
        this.context = context;
        this.address = parsed(address);
    }

    private static URI parsed(String address) {
        try {
            URI uri = URI.create(address);
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new CommandFailure("not the address of a webhook: \"" + address + "\": " + e.getMessage(), e);
        }
        throw new CommandFailure("not the address of a webhook: \"" + address
                + "\"\nList them with 's2ioc start-build NAME --list-webhooks=generic --show-secrets'");
    }

    /**
     * @param event what it is told; empty for nothing
     * @return the build, or whatever JSON the server answers instead
     */
    JsonNode send(Optional<ObjectNode> event) throws IOException {
        String path = address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
        byte[] body = event.map(Json::bytes).orElse(new byte[0]);
        Request request = Request.post(path, new Request.Body.Bytes(Optional.of("application/json"), body));
        try (Session session = context.openSession(way());
                Answer answer = session.raw(request)) {
            byte[] said = answer.body().readAllBytes();
            if (answer.code() < 200 || answer.code() >= 300) {
                throw new CommandFailure("server rejected our request " + answer.code() + "\nremote: "
                        + new String(said, StandardCharsets.UTF_8).strip());
            }
            return said.length == 0 ? MissingNode.getInstance() : Json.parse(said);
        }
    }

    private ClientConfig way() {
        URI server = URI.create(address.getScheme() + "://" + address.getRawAuthority());
        Optional<ClientConfig> selected = selected();
        if (selected.isPresent() && isSame(selected.get().server(), server)) {
            return selected.get().withServer(server);
        }
        return context.kubeconfig()
                .resolveServer(context.flags().overrides(context.surroundings()).withServer(server, Optional.empty()));
    }

    private Optional<ClientConfig> selected() {
        try {
            return Optional.of(context.clientConfig());
        } catch (KubeconfigException e) {
            // A git hook needs no kubeconfig: the webhook's secret is enough.
            return Optional.empty();
        }
    }

    private static boolean isSame(URI one, URI other) {
        return one.getScheme().equals(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && one.getPort() == other.getPort();
    }
}
