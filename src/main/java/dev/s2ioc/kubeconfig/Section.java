package dev.s2ioc.kubeconfig;

/** The three lists of a kubeconfig file. Each element has a {@code name} and a mapping under the list's singular. */
enum Section {
    CLUSTERS("clusters", "cluster"),
    CONTEXTS("contexts", "context"),
    USERS("users", "user");

    final String key;
    final String entryKey;

    Section(String key, String entryKey) {
        this.key = key;
        this.entryKey = entryKey;
    }
}
