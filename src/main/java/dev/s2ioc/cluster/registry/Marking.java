package dev.s2ioc.cluster.registry;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is needed: the manifests that the roots lead to, with the members of lists and what speaks of them; and their blobs. */
record Marking(Set<Digest> manifests, Set<Digest> blobs) {

    static Marking from(Collection<Digest> roots, Manifests manifests) throws IOException {
        Map<Digest, Set<Digest>> referrers = referrers(manifests);
        Set<Digest> needed = new HashSet<>();
        Set<Digest> blobs = new HashSet<>();
        Deque<Digest> next = new ArrayDeque<>(roots);
        while (!next.isEmpty()) {
            Digest digest = next.pop();
            if (needed.add(digest)) {
                next.addAll(referrers.getOrDefault(digest, Set.of()));
                manifests.references(digest).ifPresent(references -> {
                    blobs.addAll(references.blobs());
                    next.addAll(references.members());
                });
            }
        }
        blobs.addAll(needed);
        return new Marking(needed, blobs);
    }

    private static Map<Digest, Set<Digest>> referrers(Manifests manifests) throws IOException {
        Map<Digest, Set<Digest>> referrers = new HashMap<>();
        List<Digest> all = manifests.everything();
        for (Digest digest : all) {
            manifests
                    .references(digest)
                    .flatMap(References::subject)
                    .ifPresent(subject -> referrers
                            .computeIfAbsent(subject, none -> new HashSet<>())
                            .add(digest));
        }
        return referrers;
    }
}
