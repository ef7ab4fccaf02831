package dev.s2ioc.cluster.registry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /openshift/token}: gives the cluster's token that came as a password back as a bearer token, and the anonymous
 * token to those who bring none, if anybody may pull. GET is Docker's way of asking, POST that of OAuth 2.
 */
final class TokenEndpoint {
    private static final int FORM_LIMIT = 1 << 16;

    /** Clients ask again afterwards. A token that is revoked sooner is refused where it is used. */
    private static final int SECONDS = 3600;

    private static final Pattern SCOPE = Pattern.compile("repository:([^:]+):([a-z*,]+)");

    private final Authentication authentication;

    TokenEndpoint(Authentication authentication) {
        this.authentication = authentication;
    }

    void handle(Call call) throws IOException {
        call.with(HeaderNames.CACHE_CONTROL, "no-store");
        switch (call.method()) {
            case "GET", "HEAD" -> get(call);
            case "POST" -> post(call);
            default -> throw RegistryException.unsupported("tokens are asked for with GET or POST");
        }
    }

    private void get(Call call) {
        Visitor visitor = authentication.visitor(call);
        String token = visitor.isAnonymous()
                ? Authentication.ANONYMOUS_TOKEN
                : Authentication.token(call.header(HeaderNames.AUTHORIZATION).orElseThrow());
        requireUseful(visitor);
        call.answer(200, answer(token).put("token", token));
    }

    private void post(Call call) throws IOException {
        Map<String, String> form = Form.parse(call.body().readNBytes(FORM_LIMIT));
        String grant = form.getOrDefault("grant_type", "");
        String field = switch (grant) {
            case "password" -> "password";
            case "refresh_token" -> "refresh_token";
            default ->
                throw new RegistryException(
                        400, "UNSUPPORTED", "the grant_type is password or refresh_token, not \"" + grant + '"');
        };
        String token = form.getOrDefault(field, "");
        Visitor visitor = new Visitor(authentication.user(token), authentication.guard());
        ObjectNode answer = answer(token).put("scope", granted(visitor, form.getOrDefault("scope", "")));
        if (grant.equals("refresh_token")
                || form.getOrDefault("access_type", "").equals("offline")) {
            answer.put("refresh_token", token);
        }
        call.answer(200, answer);
    }

    private static void requireUseful(Visitor visitor) {
        if (visitor.isAnonymous() && !visitor.may(Permission.PULL, "")) {
            throw RegistryException.unauthorized(
                    "authentication required: the password is a cluster token, which" + " s2ioc whoami -t prints");
        }
    }

    private static ObjectNode answer(String token) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("access_token", token)
                .put("token_type", "Bearer")
                .put("expires_in", SECONDS);
    }

    /** What of the wanted scope the user may do. */
    private static String granted(Visitor visitor, String wanted) {
        List<String> granted = new ArrayList<>();
        for (String scope : wanted.split(" ")) {
            Matcher matcher = SCOPE.matcher(scope);
            if (matcher.matches()) {
                String repository = matcher.group(1);
                List<String> actions = List.of(matcher.group(2).split(",")).stream()
                        .filter(action -> permits(visitor, action, repository))
                        .toList();
                granted.add("repository:" + repository + ":" + String.join(",", actions));
            }
        }
        return String.join(" ", granted);
    }

    private static boolean permits(Visitor visitor, String action, String repository) {
        return List.of("pull", "push", "delete").contains(action)
                && visitor.may(Permission.valueOf(action.toUpperCase(Locale.ROOT)), repository);
    }
}
