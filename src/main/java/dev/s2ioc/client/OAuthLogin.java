package dev.s2ioc.client;

import dev.s2ioc.kubeconfig.ClientConfig;
import dev.s2ioc.kubeconfig.Credentials;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gets a token for a user name and a password: OpenShift's challenge flow, with a code and PKCE where the server knows
 * it, else with the token in the redirect.
 */
public final class OAuthLogin {
    private static final String CLIENT = "openshift-challenging-client";
    private static final Pattern REALM = Pattern.compile("(?i)Basic\\s+realm=\"([^\"]*)\".*");
    private static final Pattern WARNING = Pattern.compile("[0-9]{3}\\s+\\S+\\s+\"(.*)\".*");

    private final ClientConfig api;
    private final OAuthServer server;

    public OAuthLogin(ClientConfig api, Talk talk) {
        this.api = api;
        this.server = OAuthServer.of(api, talk);
    }

    /** Where a user with a browser gets a token. */
    public URI tokenRequestPage() {
        return server.tokenRequestPage();
    }

    /**
     * The token.
     *
     * @param passwords given the server and the realm that wants them, the user's name and password if they are known
     * @throws OAuthException if the server gives none
     */
    public String token(BiFunction<URI, String, Optional<Credentials.Basic>> passwords) {
        Optional<Pkce> pkce = server.supportsPkce() ? Optional.of(Pkce.random()) : Optional.empty();
        String redirect = server.issuer().toString().replaceFirst("/+$", "") + "/oauth/token/implicit";
        URI authorize = authorize(pkce, redirect);
        Map<String, String> result = authorized(authorize, passwords);
        return pkce.isPresent() ? server.exchange(CLIENT, result, pkce.get(), redirect) : server.tokenIn(result);
    }

    private URI authorize(Optional<Pkce> pkce, String redirect) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", CLIENT);
        pkce.ifPresent(proof -> {
            query.put("code_challenge", proof.challenge());
            query.put("code_challenge_method", "S256");
        });
        query.put("redirect_uri", redirect);
        query.put("response_type", pkce.isPresent() ? "code" : "token");
        return server.authorize(query);
    }

    /** What the server sends along with its redirect. */
    private Map<String, String> authorized(
            URI authorize, BiFunction<URI, String, Optional<Credentials.Basic>> passwords) {
        try (Answer first = server.get(authorize, Optional.empty())) {
            if (first.code() != 401) {
                return redirected(first);
            }
            Credentials.Basic pair = realm(first)
                    .flatMap(realm -> passwords.apply(api.server(), realm))
                    .orElseThrow(() -> unanswered(first));
            try (Answer second = server.get(authorize, Optional.of(pair))) {
                if (second.code() == 401) {
                    throw new OAuthException(OAuthException.Kind.REFUSED, "401 Unauthorized");
                }
                return redirected(second);
            }
        } catch (IOException e) {
            throw server.failed("the connection broke: " + e.getMessage());
        }
    }

    private static Optional<String> realm(Answer challenge) {
        return challenge.headers("WWW-Authenticate").stream()
                .map(REALM::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1))
                .findFirst();
    }

    /** The server's own words on how to get a token, if it has any. */
    private OAuthException unanswered(Answer challenge) {
        String words = challenge.headers("Warning").stream()
                .map(WARNING::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1))
                .findFirst()
                .orElse("You must obtain an API token by visiting " + tokenRequestPage());
        return new OAuthException(OAuthException.Kind.UNANSWERED, words);
    }

    private Map<String, String> redirected(Answer answer) {
        if (answer.code() != 302 && answer.code() != 303) {
            throw server.failed("it answered " + answer.code());
        }
        URI location = URI.create(answer.header("Location").orElse(""));
        Map<String, String> values = new HashMap<>();
        for (String part : List.of(text(location.getRawQuery()), text(location.getRawFragment()))) {
            values.putAll(OAuthServer.decoded(part));
        }
        return values;
    }

    private static String text(String part) {
        return part == null ? "" : part;
    }
}
