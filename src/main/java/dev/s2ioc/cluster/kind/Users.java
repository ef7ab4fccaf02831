package dev.s2ioc.cluster.kind;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The people of a local cluster: a developer and an administrator. */
public final class Users {
    public static final String DEVELOPER = "developer";
    public static final String ADMIN = "kubeadmin";

    private Users() {}

    /** The same for the same name, on every cluster. */
    public static String uid(String name) {
        return UUID.nameUUIDFromBytes(("user/" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
