package dev.s2ioc.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.s2ioc.kubeconfig.ClientConfig;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One user's talk with one server. Sends requests with the user's credentials, turns refusals into
 * {@link ApiException} and silence into {@link ConnectionException}. Nothing is sent before the first request.
 */
public final class Session implements AutoCloseable {
    private static final Pattern WITHIN_NAMESPACE =
            Pattern.compile("(?:/api/[^/]+|/apis/[^/]+/[^/]+)/namespaces/([^/]+)/.+");

    private final ClientConfig config;
    private final Talk talk;
    private final Optional<RuntimeException> noServer;
    private final Exchange exchange;
    private final WebSockets webSockets;
    private Discovery discovery;

    public Session(ClientConfig config, Talk talk) {
        this(config, talk, KnownServers.NONE);
    }

    /** @param known servers that need not be judged again */
    public Session(ClientConfig config, Talk talk, KnownServers known) {
        this(config, talk, known, Optional.empty());
    }

    private Session(ClientConfig config, Talk talk, KnownServers known, Optional<RuntimeException> noServer) {
        this.config = config;
        this.noServer = noServer;
        this.talk = talk;
        this.exchange = new Exchange(config, talk, known);
        this.webSockets = new WebSockets(config, talk);
    }

    /** A session in which every request fails: for work that needs none, where no server is configured. */
    public static Session without(RuntimeException why, String namespace, Talk talk) {
        ClientConfig nowhere = ClientConfig.of(URI.create("https://localhost"), namespace);
        return new Session(nowhere, talk, KnownServers.NONE, Optional.of(why));
    }

    public ClientConfig config() {
        return config;
    }

    /** The namespace of namespaced requests. */
    public String namespace() {
        return config.namespace();
    }

    public URI server() {
        return config.server();
    }

    public Talk talk() {
        return talk;
    }

    /** What resource types the server has. */
    public Discovery discovery() {
        if (discovery == null) {
            discovery = new Discovery(this);
        }
        return discovery;
    }

    /** Get, list, watch, create, change and delete, for any resource type, in the session's namespace. */
    public Resources resources() {
        return new Resources(this, Optional.of(namespace()));
    }

    /**
     * Sends a request and reads the whole answer as JSON.
     *
     * @throws ApiException if the server refuses
     * @throws ConnectionException if no whole answer comes
     */
    public JsonNode json(Request request) {
        byte[] bytes = bytes(request);
        try {
            return bytes.length == 0 ? MissingNode.getInstance() : Json.parse(bytes);
        } catch (IOException e) {
            throw new ApiException(
                    200, MissingNode.getInstance(), "the server's answer is not JSON: " + excerpt(bytes));
        }
    }

    /** Sends a request and reads the whole answer, whatever it is. */
    public byte[] bytes(Request request) {
        try (Answer answer = stream(request)) {
            return answer.body().readAllBytes();
        } catch (IOException e) {
            throw exchange.broken(e);
        }
    }

    /** Sends a request and hands over the answer as it comes; refusals are thrown as by {@link #json}. */
    public Answer stream(Request request) {
        Answer answer = raw(request);
        if (answer.code() < 400) {
            return answer;
        }
        ApiException refusal;
        try (InputStream body = answer.body()) {
            refusal = refusal(answer.code(), body.readAllBytes());
        } catch (IOException e) {
            throw exchange.broken(e);
        }
        throw missingNamespace(request, refusal).orElse(refusal);
    }

    /** When an object is missing because its whole namespace is, the namespace is what the user needs to hear of. */
    private Optional<ApiException> missingNamespace(Request request, ApiException refusal) {
        Matcher within = WITHIN_NAMESPACE.matcher(request.path());
        boolean asked = request.method().equals("GET") || request.method().equals("POST");
        if (!asked || !refusal.isNotFound() || refusal.isUnknownPath() || !within.matches()) {
            return Optional.empty();
        }
        try (Answer answer = exchange.send(Request.get("/api/v1/namespaces/" + within.group(1)))) {
            if (answer.code() != 404) {
                return Optional.empty();
            }
            ApiException missing = refusal(404, answer.body().readAllBytes());
            return Optional.of(missing).filter(found -> !found.isUnknownPath());
        } catch (IOException e) {
            throw exchange.broken(e);
        }
    }

    /** The failure of an answer that could not be read to its end: the connection broke, or it was not JSON at all. */
    public RuntimeException broken(IOException failure) {
        return failure instanceof JsonProcessingException
                ? new ApiException(
                        200,
                        MissingNode.getInstance(),
                        "the server's answer is not the JSON that was asked for; is this the address of an API server?")
                : exchange.broken(failure);
    }

    /** Sends a request and hands over the answer, even a refusal; redirects are not followed. */
    public Answer raw(Request request) {
        if (noServer.isPresent()) {
            throw noServer.get();
        }
        return exchange.send(request);
    }

    /** Opens a WebSocket with several streams, by the first of the protocols that the server knows. */
    Channels channels(Request request, List<String> protocols) {
        if (noServer.isPresent()) {
            throw noServer.get();
        }
        try {
            return webSockets.open(request, protocols);
        } catch (ApiException refusal) {
            throw missingNamespace(request, refusal).orElse(refusal);
        }
    }

    static ApiException refusal(int code, byte[] body) {
        JsonNode status = MissingNode.getInstance();
        try {
            JsonNode parsed = Json.parse(body);
            if (parsed != null && parsed.path("kind").asText().equals("Status")) {
                status = parsed;
            }
        } catch (IOException e) {
            // Not JSON: a proxy's page, or plain text. The text itself is then the message.
        }
        String message = status.path("message").asText("");
        if (message.isEmpty()) {
            message = body.length == 0 ? "the server answered " + code + " without a word" : excerpt(body);
        }
        return new ApiException(code, status, message);
    }

    private static String excerpt(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8).strip();
        return text.length() > 500 ? text.substring(0, 500) + "…" : text;
    }

    @Override
    public void close() {
        exchange.close();
        webSockets.close();
    }
}
