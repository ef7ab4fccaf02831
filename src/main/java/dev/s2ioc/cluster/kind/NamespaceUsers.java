package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Store;

/** The block of user numbers that each namespace has for its pods, written into its annotations as OpenShift does. */
public final class NamespaceUsers {
    private static final String USERS = "openshift.io/sa.scc.uid-range";
    private static final String GROUPS = "openshift.io/sa.scc.supplemental-groups";
    private static final long SIZE = 10_000;
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
    /** Whoever is not root has 65536 numbers for containers on this machine, or fewer. */
    private static final long FIRST = ROOT ? 1_000_000_000 : SIZE;

    private static final long BLOCKS = ROOT ? 99_999 : 5;

    private NamespaceUsers() {}

    /** Gives a namespace the block after those that are taken, unless it has one. */
    static void allocate(ObjectNode namespace, Store store) {
        ObjectNode annotations = Json.child(Json.child(namespace, "metadata"), "annotations");
        if (annotations.has(USERS)) {
            return;
        }
        long last = store.list(NamespaceKind.TYPE.resource(), "").stream()
                .mapToLong(NamespaceUsers::first)
                .max()
                .orElse(0);
        long block = last < FIRST ? 0 : ((last - FIRST) / SIZE + 1) % BLOCKS;
        String range = (FIRST + block * SIZE) + "/" + SIZE;
        annotations.put(GROUPS, range).put(USERS, range);
    }

    /** The first number of a namespace's block; 0 when it has none. */
    public static long first(JsonNode namespace) {
        String range =
                namespace.path("metadata").path("annotations").path(USERS).asText("");
        return range.matches("[0-9]{1,18}/.*") ? Long.parseLong(range.substring(0, range.indexOf('/'))) : 0;
    }

    /** Whether a number is in the namespace's block. */
    public static boolean contains(JsonNode namespace, long user) {
        long first = first(namespace);
        return user >= first && user < first + SIZE;
    }
}
