package dev.s2ioc.cluster.registry;

import dev.s2ioc.cluster.kind.User;
import java.util.Optional;

/** The cluster's rules of who may do what, as the registry asks for them. */
public interface Guard {
    /** Whose token it is; empty when it is unknown, revoked or too old. */
    Optional<User> user(String token);

    /** Whether the user, who may be anonymous, may do this; the repository is empty for the registry as a whole. */
    boolean allows(User user, Permission permission, String repository);
}
