package dev.s2ioc.imageregistry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Answers a registry's challenge: with the login itself, or with a token that is had for it.
 *
 * @param plain whether a token may be fetched without TLS
 */
record Authentication(HttpClient http, boolean plain) {

    /** The value of {@code Authorization}. */
    String answer(Challenge challenge, String scope, Optional<Login> login) throws IOException, InterruptedException {
        if (challenge.isBearer()) {
            return "Bearer " + token(challenge, scope, login);
        }
        return login.orElseThrow(() -> new RegistryException(401, "unauthorized: authentication required"))
                .basic();
    }

    private String token(Challenge challenge, String scope, Optional<Login> login)
            throws IOException, InterruptedException {
        String realm = challenge.parameter("realm");
        if (!realm.startsWith("https://") && !(plain && realm.startsWith("http://"))) {
            throw new IOException("the registry wants the login to be sent to " + realm + ", which is not safe");
        }
        StringBuilder query = new StringBuilder();
        add("service", challenge.parameter("service"), query);
        // What the registry names is what the request needs.
        add("scope", challenge.parameter("scope").isEmpty() ? scope : challenge.parameter("scope"), query);
        login.ifPresent(each -> add("account", each.user(), query));
        URI uri = URI.create(realm + (realm.contains("?") ? "&" : "?") + query);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30));
        login.ifPresent(each -> request.header("Authorization", each.basic()));
        HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw Refusals.of(answer, answer.body());
        }
        JsonNode body = new ObjectMapper().readTree(answer.body());
        return Optional.of(body.path("token").asText(body.path("access_token").asText("")))
                .filter(token -> !token.isEmpty())
                .orElseThrow(() -> new IOException("there is no token in the answer of " + realm));
    }

    private static void add(String name, String value, StringBuilder query) {
        if (!value.isEmpty()) {
            query.append(query.isEmpty() ? "" : "&")
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
