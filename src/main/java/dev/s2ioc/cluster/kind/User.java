package dev.s2ioc.cluster.kind;

import java.util.ArrayList;
import java.util.List;

/** Who asks. */
public record User(String name, String uid, List<String> groups) {
    public static final String SERVICE_ACCOUNT = "system:serviceaccount:";

    /** The cluster itself; may do everything. */
    public static final User SYSTEM = new User("system:admin", "", List.of("system:masters", "system:authenticated"));

    public static final User ANONYMOUS = new User("system:anonymous", "", List.of("system:unauthenticated"));

    /** A user who has logged in, with the groups that everybody has. */
    public static User named(String name, String uid) {
        List<String> groups = new ArrayList<>();
        if (name.startsWith(SERVICE_ACCOUNT)) {
            groups.add("system:serviceaccounts");
            groups.add("system:serviceaccounts:" + serviceAccountNamespace(name));
        } else if (!name.startsWith("system:")) {
            groups.add("system:authenticated:oauth");
        }
        if (name.equals("kubeadmin")) {
            groups.add("system:cluster-admins");
        }
        groups.add("system:authenticated");
        return new User(name, uid, List.copyOf(groups));
    }

    public static User serviceAccount(String namespace, String name) {
        return named(SERVICE_ACCOUNT + namespace + ":" + name, "");
    }

    /** The namespace of {@code system:serviceaccount:NAMESPACE:NAME}; empty for other users. */
    static String serviceAccountNamespace(String name) {
        String[] parts = name.split(":");
        return name.startsWith(SERVICE_ACCOUNT) && parts.length == 4 ? parts[2] : "";
    }

    public boolean isAdmin() {
        return groups.contains("system:masters") || groups.contains("system:cluster-admins");
    }
}
