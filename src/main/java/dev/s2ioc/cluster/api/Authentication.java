package dev.s2ioc.cluster.api;

import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Tokens;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.kind.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who sends a request: by bearer token; administrators may speak as others. */
final class Authentication {
    private static final Type USERS = Type.clusterScoped("", "v1", "users", "User");
    private static final Type SERVICE_ACCOUNTS = Type.namespaced("", "v1", "serviceaccounts", "ServiceAccount");

    private final Tokens tokens;

    Authentication(Tokens tokens) {
        this.tokens = tokens;
    }

    User user(Exchange exchange) {
        User user = exchange.header("Authorization").map(this::user).orElse(User.ANONYMOUS);
        Optional<String> other = exchange.header("Impersonate-User");
        if (other.isEmpty() && !exchange.headers("Impersonate-Group").isEmpty()) {
            throw StatusException.internal("requested groups to be impersonated without a user");
        }
        return other.isPresent() ? impersonated(exchange, user, other.get()) : user;
    }

    private User user(String authorization) {
        if (authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return tokens.user(authorization.substring(7).strip()).orElseThrow(StatusException::unauthorized);
        }
        throw StatusException.unauthorized();
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
