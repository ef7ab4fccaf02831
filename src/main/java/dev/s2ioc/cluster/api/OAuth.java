package dev.s2ioc.cluster.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Tokens;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Logging in with a name and a password, in the flows that {@code oc login} and browsers use on OpenShift. */
final class OAuth {
    static final Duration LIFETIME = Duration.ofDays(1);
    private static final Set<String> CLIENTS =
            Set.of("openshift-challenging-client", "openshift-browser-client", "openshift-cli-client");

    private final URI issuer;
    private final Passwords passwords;
    private final Tokens tokens;
    private final Codes codes;

    OAuth(URI issuer, Passwords passwords, Tokens tokens, Codes codes) {
        this.issuer = issuer;
        this.passwords = passwords;
        this.tokens = tokens;
        this.codes = codes;
    }

    void serve(Exchange exchange, List<String> path) throws IOException {
        switch (exchange.method() + " " + String.join("/", path)) {
            case "GET .well-known/oauth-authorization-server", "HEAD .well-known/oauth-authorization-server" ->
                exchange.json(200, metadata());
            case "GET oauth/authorize", "POST oauth/authorize" -> authorize(exchange);
            case "POST oauth/token" -> token(exchange);
            case "GET oauth/token/request" ->
                redirect(
                        exchange,
                        issuer + "/oauth/authorize?client_id=openshift-browser-client&redirect_uri="
                                + encoded(issuer + "/oauth/token/display") + "&response_type=code");
            case "GET oauth/token/display" -> display(exchange);
            case "GET oauth/token/implicit" ->
                page(exchange, 200, "You have logged in. The token is in this page's address, after access_token=.");
            default -> throw StatusException.noSuchPath();
        }
    }

    private ObjectNode metadata() {
        ObjectNode metadata = Json.object();
        metadata.put("issuer", issuer.toString());
        metadata.put("authorization_endpoint", issuer + "/oauth/authorize");
        metadata.put("token_endpoint", issuer + "/oauth/token");
        metadata.putArray("scopes_supported")
                .add("user:check-access")
                .add("user:full")
                .add("user:info")
                .add("user:list-projects")
                .add("user:list-scoped-projects");
        metadata.putArray("response_types_supported").add("code").add("token");
        metadata.putArray("grant_types_supported").add("authorization_code").add("implicit");
        metadata.putArray("code_challenge_methods_supported").add("plain").add("S256");
        return metadata;
    }

    private void authorize(Exchange exchange) {
        Map<String, List<String>> query = exchange.query();
        String client = first(query, "client_id");
        String redirect = first(query, "redirect_uri");
        // Programs that answer the challenge by themselves leave it away: there is one place that they are known to
        // return to.
        if (redirect.isEmpty() && client.equals("openshift-challenging-client")) {
            redirect = issuer + "/oauth/token/implicit";
        }
        if (!CLIENTS.contains(client) || !mayReturnTo(redirect)) {
            page(exchange, 400, "The authorization request names no known client, or leads somewhere else afterwards.");
            return;
        }
        Optional<String> user = exchange.header("Authorization").flatMap(passwords::user);
        if (user.isEmpty()) {
            ObjectNode status = StatusException.unauthorized().status();
            exchange.send(
                    401,
                    "application/json",
                    Json.text(status),
                    Map.of("WWW-Authenticate", "Basic realm=\"openshift\""));
            return;
        }
        switch (first(query, "response_type")) {
            case "code" -> {
                String code = codes.issue(new Codes.Grant(
                        user.get(),
                        client,
                        redirect,
                        first(query, "code_challenge"),
                        first(query, "code_challenge_method")));
                redirect(exchange, withParameters(redirect, "code=" + encoded(code), first(query, "state")));
            }
            case "token" -> {
                String token = tokens.issue(user.get(), client, LIFETIME);
                String fragment = "#access_token=" + encoded(token) + "&expires_in=" + LIFETIME.toSeconds()
                        + "&scope=user%3Afull&token_type=Bearer";
                String state = first(query, "state");
                redirect(exchange, redirect + fragment + (state.isEmpty() ? "" : "&state=" + encoded(state)));
            }
            default -> redirect(exchange, withParameters(redirect, "error=unsupported_response_type", ""));
        }
    }

    /** Our own pages, and the listener that {@code login --web} opens on the same machine. */
    private boolean mayReturnTo(String redirect) {
        if (redirect.equals(issuer + "/oauth/token/implicit") || redirect.equals(issuer + "/oauth/token/display")) {
            return true;
        }
        try {
            URI uri = URI.create(redirect);
            return "http".equals(uri.getScheme())
                    && uri.getUserInfo() == null
                    && Set.of("127.0.0.1", "localhost", "[::1]").contains(String.valueOf(uri.getHost()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void token(Exchange exchange) throws IOException {
        byte[] body = exchange.body().readNBytes(65_536);
        Map<String, List<String>> form = Form.parse(new String(body, StandardCharsets.UTF_8));
        if (!first(form, "grant_type").equals("authorization_code")) {
            refuse(exchange, "unsupported_grant_type", "only authorization_code is supported");
            return;
        }
        Optional<Codes.Grant> grant = codes.redeem(first(form, "code"))
                .filter(found -> found.redirect().equals(first(form, "redirect_uri")))
                .filter(found -> found.isProvenBy(first(form, "code_verifier")));
        if (grant.isEmpty()) {
            refuse(exchange, "invalid_grant", "the authorization code is unknown, used, too old, or not yours");
            return;
        }
        ObjectNode answer = Json.object();
        answer.put("access_token", tokens.issue(grant.get().user(), grant.get().client(), LIFETIME));
        answer.put("token_type", "Bearer").put("expires_in", LIFETIME.toSeconds());
        exchange.json(200, answer.put("scope", "user:full"));
    }

    private static void refuse(Exchange exchange, String error, String description) {
        exchange.json(400, Json.object().put("error", error).put("error_description", description));
    }

    private void display(Exchange exchange) {
        Optional<Codes.Grant> grant = codes.redeem(first(exchange.query(), "code"))
                .filter(found -> found.redirect().equals(issuer + "/oauth/token/display"));
        if (grant.isEmpty()) {
            page(
                    exchange,
                    400,
                    "This page can be seen once. Ask for a new token at " + issuer + "/oauth/token/request");
            return;
        }
        String token = tokens.issue(grant.get().user(), grant.get().client(), LIFETIME);
        page(
                exchange,
                200,
                "Your API token is\n\n" + token + "\n\nLog in with this token:\n\ns2ioc login --token=" + token
                        + " --server=" + issuer);
    }

    private static void page(Exchange exchange, int code, String text) {
        exchange.send(code, "text/plain; charset=utf-8", text + "\n", Map.of("X-Content-Type-Options", "nosniff"));
    }

    private static void redirect(Exchange exchange, String location) {
        exchange.send(302, "text/plain; charset=utf-8", "", Map.of("Location", location));
    }

    private static String withParameters(String uri, String parameters, String state) {
        String all = state.isEmpty() ? parameters : parameters + "&state=" + encoded(state);
        return uri + (uri.contains("?") ? "&" : "?") + all;
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of("")).getFirst();
    }

    /** As Go does it: tokens have a ~ that some clients do not decode. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%7E", "~");
    }
}
