package dev.s2ioc.cluster.api;

import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Tokens;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.kind.User;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Who sends a request: by bearer token; administrators may speak as others. */
final class Authentication {
    private static final Type USERS = Type.clusterScoped("", "v1", "users", "User");
    private static final Type SERVICE_ACCOUNTS = Type.namespaced("", "v1", "serviceaccounts", "ServiceAccount");

    private static final String BEARER_PROTOCOL = "base64url.bearer.authorization.k8s.io.";

    private final Tokens tokens;

    Authentication(Tokens tokens) {
        this.tokens = tokens;
    }

    User user(Exchange exchange) {
        User user = exchange.header("Authorization")
                .map(this::user)
                .orElseGet(() -> token(exchange).map(this::known).orElse(User.ANONYMOUS));
        Optional<String> other = exchange.header("Impersonate-User");
        if (other.isEmpty() && !exchange.headers("Impersonate-Group").isEmpty()) {
            throw StatusException.internal("requested groups to be impersonated without a user");
        }
        return other.isPresent() ? impersonated(exchange, user, other.get()) : user;
    }

    private User user(String authorization) {
        if (authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return known(authorization.substring(7).strip());
        }
        throw StatusException.unauthorized();
    }

    private User known(String token) {
        return tokens.user(token).orElseThrow(StatusException::unauthorized);
    }

    /** Browsers cannot send the header with a WebSocket; they name the token as one of the protocols that they speak. */
    private static Optional<String> token(Exchange exchange) {
        return exchange.asksForWebSocket()
                ? exchange.listed("Sec-WebSocket-Protocol").stream()
                        .filter(protocol -> protocol.startsWith(BEARER_PROTOCOL))
                        .findFirst()
                        .map(protocol -> decoded(protocol.substring(BEARER_PROTOCOL.length())))
                : Optional.empty();
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw StatusException.unauthorized();
        }
    }

    private static User impersonated(Exchange exchange, User user, String name) {
        if (!user.isAdmin()) {
            boolean account = name.startsWith(User.SERVICE_ACCOUNT);
            Type type = account ? SERVICE_ACCOUNTS : USERS;
            throw StatusException.forbidden(
                    type,
                    account ? name.substring(name.lastIndexOf(':') + 1) : name,
                    "User \"" + user.name() + "\" cannot impersonate resource \"" + type.plural()
                            + "\" in API group \"\" at the cluster scope");
        }
        User named = User.named(name, exchange.header("Impersonate-Uid").orElse(""));
        List<String> groups = new ArrayList<>(exchange.headers("Impersonate-Group"));
        if (groups.isEmpty()) {
            return named;
        }
        groups.add("system:authenticated");
        return new User(name, named.uid(), List.copyOf(groups));
    }
}
