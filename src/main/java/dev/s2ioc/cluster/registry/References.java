package dev.s2ioc.cluster.registry;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What a manifest needs, and what it speaks of: its blobs, the manifests of a list, its subject. */
record References(Set<Digest> blobs, Set<Digest> members, Optional<Digest> subject) {
    static References of(Manifest manifest) {
        return new References(new HashSet<>(manifest.blobs()), new HashSet<>(manifest.members()), manifest.subject());
    }
}
