package dev.s2ioc.cluster.registry;

import dev.s2ioc.cluster.kind.User;
import io.helidon.http.HeaderNames;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Who sends a request: by a cluster token, sent as such or as the password of any user name, as OpenShift's registry takes
 * both. Clients learn where to get tokens from the challenge in a 401.
 */
record Authentication(Guard guard) {
    /** What OpenShift's registry gives to those who have not logged in. */
    static final String ANONYMOUS_TOKEN = "anonymous";

    static final String TOKEN_PATH = "/openshift/token";

    Visitor visitor(Call call) {
        Optional<String> token = call.header(HeaderNames.AUTHORIZATION).map(Authentication::token);
        boolean anonymous = token.isEmpty() || token.get().equals(ANONYMOUS_TOKEN);
        return new Visitor(anonymous ? User.ANONYMOUS : user(token.get()), guard);
    }

    User user(String token) {
        return guard.user(token)
                .orElseThrow(() -> RegistryException.unauthorized(
                        "the password or token is none of the cluster's tokens, or is too old: s2ioc whoami -t prints a"
                                + " valid one"));
    }

    /** The token in an Authorization header: a bearer token, or the password of Basic credentials. */
    static String token(String authorization) {
        String[] parts = authorization.strip().split(" +", 2);
        if (parts.length == 2 && parts[0].equalsIgnoreCase("Bearer")) {
            return parts[1];
        }
        if (parts.length == 2 && parts[0].equalsIgnoreCase("Basic")) {
            return password(parts[1]);
        }
        throw RegistryException.unauthorized("the registry knows Basic and Bearer credentials only");
    }

    private static String password(String credentials) {
        try {
            String pair = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon >= 0 && colon + 1 < pair.length()) {
                return pair.substring(colon + 1);
            }
        } catch (IllegalArgumentException e) {
            // Not base64: refused as what has no password.
        }
        throw RegistryException.unauthorized("the Basic credentials have no password; it is a cluster token");
    }

    /** The challenge of a 401: at the token endpoint the password is asked for, everywhere else a token. */
    static String challenge(Call call) {
        return call.path().equals(TOKEN_PATH)
                ? "Basic realm=\"openshift\""
                : "Bearer realm=\"http://" + call.host() + TOKEN_PATH + "\"";
    }
}
