package dev.s2ioc.client;

import java.util.Optional;

/** Which resource types the server has: the known ones at once, all others by asking. */
public final class Discovery {
    private final Session session;

    Discovery(Session session) {
        this.session = session;
    }

    /** The type that a user's word names: {@code is}, {@code builds}, {@code BuildConfig}, {@code routes.route.openshift.io}. */
    public Optional<ResourceType> find(String word) {
        return KnownTypes.named(word);
    }
}
