package dev.s2ioc.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.kubeconfig.ClientConfig;
import dev.s2ioc.kubeconfig.Credentials;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The OAuth server that belongs to an API server, as the API server's metadata describe it. */
record OAuthServer(ClientConfig config, Talk talk, JsonNode metadata) {
    private static final String WELL_KNOWN = "/.well-known/oauth-authorization-server";

    /** Asks the API server for its OAuth server, and finds out how that one is trusted. */
    static OAuthServer of(ClientConfig api, Talk talk) {
        ClientConfig anonymous = api.withCredentials(Credentials.NONE);
        JsonNode metadata;
        try (Session session = new Session(anonymous, talk)) {
            metadata = session.json(Request.get(WELL_KNOWN).withHeader("X-CSRF-Token", "1"));
        } catch (ApiException e) {
            throw new OAuthException(
                    OAuthException.Kind.FAILED,
                    "the server " + api.server() + " does not offer logins with a user name (" + e.getMessage()
                            + "); log in with --token");
        }
        OAuthServer server = new OAuthServer(anonymous, talk, metadata);
        return new OAuthServer(server.trusting(), talk, metadata);
    }

    URI issuer() {
        return endpoint("issuer");
    }

    URI endpoint(String name) {
        String text = metadata.path(name).asText("");
        if (!text.startsWith("https://") && !text.startsWith("http://")) {
            throw new OAuthException(OAuthException.Kind.FAILED, "the server's OAuth metadata name no usable " + name);
        }
        return URI.create(text);
    }

    boolean supportsPkce() {
        for (JsonNode method : metadata.path("code_challenge_methods_supported")) {
            if (method.asText().equals("S256")) {
                return true;
            }
        }
        return false;
    }

    URI tokenRequestPage() {
        return URI.create(issuer().toString().replaceFirst("/+$", "") + "/oauth/token/request");
    }

    /** The answer to a GET, whatever it is; redirects are not followed. */
    Answer get(URI address, Optional<Credentials.Basic> basic) {
        return send(Request.get(pathOf(address)), address, basic);
    }

    /** The address that a user's browser, or this program, asks for leave. */
    URI authorize(Map<String, String> query) {
        return URI.create(endpoint("authorization_endpoint") + "?" + encoded(query));
    }

    /** Trades the code of a redirect for a token. */
    String exchange(String client, Map<String, String> redirected, Pkce pkce, String redirect) {
        refuseErrors(redirected);
        if (!redirected.containsKey("code")) {
            throw failed("it gave no code");
        }
        Map<String, String> form = new LinkedHashMap<>();
        form.put("code", redirected.get("code"));
        form.put("code_verifier", pkce.verifier());
        form.put("grant_type", "authorization_code");
        form.put("redirect_uri", redirect);
        Map<String, String> answer = new HashMap<>();
        post(endpoint("token_endpoint"), form, new Credentials.Basic(client, ""))
                .properties()
                .forEach(field -> answer.put(field.getKey(), field.getValue().asText()));
        return tokenIn(answer);
    }

    /** The token in what a redirect, or the answer to a form, holds. */
    String tokenIn(Map<String, String> values) {
        refuseErrors(values);
        String token = values.getOrDefault("access_token", "");
        if (token.isEmpty()) {
            throw failed("it gave no token");
        }
        return token;
    }

    private void refuseErrors(Map<String, String> values) {
        if (values.containsKey("error")) {
            throw failed(values.getOrDefault("error_description", values.get("error")));
        }
    }

    OAuthException failed(String why) {
        return new OAuthException(
                OAuthException.Kind.FAILED, "the OAuth server " + issuer() + " gave no token: " + why);
    }

    /** The JSON answer to a form, even if it is a refusal. */
    private JsonNode post(URI address, Map<String, String> form, Credentials.Basic client) {
        byte[] bytes = encoded(form).getBytes(StandardCharsets.US_ASCII);
        Request.Body body = new Request.Body.Bytes(Optional.of("application/x-www-form-urlencoded"), bytes);
        Request request = Request.post(pathOf(address), body);
        try (Answer answer = send(request, address, Optional.of(client))) {
            return Json.parse(answer.body().readAllBytes());
        } catch (IOException e) {
            throw new OAuthException(
                    OAuthException.Kind.FAILED, "the answer of " + address + " cannot be read: " + e.getMessage());
        }
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static Map<String, String> decoded(String form) {
        Map<String, String> values = new HashMap<>();
        for (String pair : form.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return values;
    }

    private Answer send(Request request, URI address, Optional<Credentials.Basic> basic) {
        Credentials credentials = basic.map(OAuthServer::credentials).orElse(Credentials.NONE);
        Session session = new Session(config.withServer(origin(address)).withCredentials(credentials), talk);
        Answer answer = session.raw(request.withHeader("X-CSRF-Token", "1"));
        return answer.closing(session);
    }

    private static Credentials credentials(Credentials.Basic pair) {
        return new Credentials() {
            @Override
            public Optional<Basic> basic() {
                return Optional.of(pair);
            }
        };
    }

    /**
     * Behind another address than the API's, an OAuth server often has a certificate of the public kind: it is tried with
     * the system's authorities first, then with those of the API.
     */
    private ClientConfig trusting() {
        boolean sameServer = origin(issuer()).equals(origin(config.server()));
        if (sameServer || config.tls().insecure() || config.tls().authorities().isEmpty()) {
            return config;
        }
        ClientConfig system = config.withTls(ClientConfig.Tls.SYSTEM);
        try (Session session = new Session(system.withServer(origin(issuer())), talk);
                Answer answer = session.raw(Request.head("/"))) {
            talk.note(6, "the OAuth server answered " + answer.code() + " under the system's authorities");
            return system;
        } catch (ConnectionException e) {
            if (e.kind() == ConnectionException.Kind.UNTRUSTED) {
                return config;
            }
            throw e;
        } catch (IOException e) {
            return system;
        }
    }

    private static URI origin(URI address) {
        return URI.create(address.getScheme() + "://" + address.getRawAuthority());
    }

    private static String pathOf(URI address) {
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }
}
