package dev.s2ioc.cluster;

import dev.s2ioc.cluster.kind.Access;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.Tokens;
import dev.s2ioc.cluster.kind.User;
import dev.s2ioc.cluster.registry.Guard;
import dev.s2ioc.cluster.registry.Permission;
import java.util.Optional;

/**
 * Asks the cluster's rules as OpenShift's registry asks them: who may get the layers of an image stream may pull, who may
 * update them may push, and pruning is for who may delete images. To delete is for who may delete the stream's tags; it
 * reaches no further than the repository.
 */
final class RegistryGuard implements Guard {
    private static final String GROUP = "image.openshift.io";

    private final Tokens tokens;
    private final Access access;
    private final boolean anonymousPull;

    /** @param anonymousPull whether anybody on this machine may pull without a token */
    RegistryGuard(Machinery machinery, boolean anonymousPull) {
        this.tokens = new Tokens(machinery);
        this.access = new Access(machinery.store());
        this.anonymousPull = anonymousPull;
    }

    @Override
    public Optional<User> user(String token) {
        return tokens.user(token);
    }

    @Override
    public boolean allows(User user, Permission permission, String repository) {
        int slash = repository.indexOf('/');
        String namespace = slash < 0 ? "" : repository.substring(0, slash);
        String stream = repository.substring(slash + 1);
        return switch (permission) {
            case PULL -> anonymousPull || access.allows(user, "get", GROUP, "imagestreams", namespace, stream);
            case PUSH -> access.allows(user, "update", GROUP, "imagestreams", namespace, stream);
            case DELETE -> access.allows(user, "delete", GROUP, "imagestreamtags", namespace, stream);
            case CATALOG -> anonymousPull || access.allows(user, "list", GROUP, "imagestreams", "", "");
            case PRUNE -> access.allows(user, "delete", GROUP, "images", "", "");
        };
    }
}
