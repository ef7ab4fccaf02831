package dev.s2ioc.cluster.registry;

import dev.s2ioc.cluster.kind.User;
import java.util.Locale;

/** Who sends a request, and what the guard lets them do. */
record Visitor(User user, Guard guard) {
    boolean isAnonymous() {
        return user.equals(User.ANONYMOUS);
    }

    boolean may(Permission permission, String repository) {
        return guard.allows(user, permission, repository);
    }

    /** Refuses what is only for those who have logged in; whether they may do it is asked later. */
    void requireLogin(Permission permission, String repository) {
        if (isAnonymous() && !may(permission, repository)) {
            throw RegistryException.unauthorized("authentication required to " + what(permission, repository)
                    + ": log in with a cluster token, as in" + " skopeo login -u developer -p $(s2ioc whoami -t)");
        }
    }

    void require(Permission permission, String repository) {
        requireLogin(permission, repository);
        if (!may(permission, repository)) {
            throw new RegistryException(
                    403, "DENIED", "user \"" + user.name() + "\" may not " + what(permission, repository));
        }
    }

    private static String what(Permission permission, String repository) {
        return switch (permission) {
            case PULL, PUSH, DELETE -> permission.name().toLowerCase(Locale.ROOT) + " " + repository;
            case CATALOG -> "list all repositories";
            case PRUNE -> "prune the registry";
        };
    }
}
