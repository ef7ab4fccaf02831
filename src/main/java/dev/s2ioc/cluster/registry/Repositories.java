package dev.s2ioc.cluster.registry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What each repository holds: what was pushed or mounted there, and what its image stream has taken over from another. */
final class Repositories {
    private final Blobs blobs;
    private final Links links;
    private final Manifests manifests;
    private final Streams streams;

    Repositories(Blobs blobs, Links links, Manifests manifests, Streams streams) {
        this.blobs = blobs;
        this.links = links;
        this.manifests = manifests;
        this.streams = streams;
    }

    boolean hasBlob(String repository, Digest blob) throws IOException {
        if (!blobs.has(blob)) {
            return false;
        }
        if (links.has(repository, blob) || manifests.has(repository, blob)) {
            return true;
        }
        for (Digest manifest : manifests.everything()) {
            boolean part = manifests.references(manifest).stream()
                    .anyMatch(references -> references.blobs().contains(blob));
            if (part && hasManifest(repository, manifest)) {
                return true;
            }
        }
        return false;
    }

    boolean hasManifest(String repository, Digest manifest) {
        return manifests.has(repository, manifest)
                || blobs.has(manifest) && streams.holds(repository, manifest.toString());
    }

    Optional<Manifests.Stored> manifest(String repository, Digest digest) throws IOException {
        Optional<Manifests.Stored> own = manifests.get(repository, digest);
        return own.isEmpty() && streams.holds(repository, digest.toString()) ? manifests.anywhere(digest) : own;
    }

    /** The repositories that may be searched for a blob when a client names none. */
    Set<String> holdersOf(Digest blob) throws IOException {
        Set<String> holders = new LinkedHashSet<>(links.repositories(blob));
        for (Digest manifest : manifests.everything()) {
            if (manifests.references(manifest).stream()
                    .anyMatch(references -> references.blobs().contains(blob))) {
                holders.addAll(manifests.repositories(manifest));
            }
        }
        return holders;
    }

    /** Refuses a manifest whose parts are not in the repository. */
    void requireParts(String repository, Manifest manifest) throws IOException {
        for (Digest blob : manifest.blobs()) {
            if (!hasBlob(repository, blob)) {
                throw missing(blob);
            }
        }
        for (Digest member : manifest.members()) {
            if (!hasManifest(repository, member)) {
                throw missing(member);
            }
        }
    }

    private static RegistryException missing(Digest digest) {
        return new RegistryException(
                400, "MANIFEST_BLOB_UNKNOWN", "the manifest refers to " + digest + ", which was not pushed");
    }

    /** All that a manifest is made of, itself included. */
    Set<Digest> partsOf(Digest digest, Manifest manifest) throws IOException {
        Set<Digest> parts = new HashSet<>(Set.of(digest));
        parts.addAll(manifest.blobs());
        List<Digest> next = new ArrayList<>(manifest.members());
        while (!next.isEmpty()) {
            Digest member = next.removeLast();
            if (parts.add(member)) {
                manifests.references(member).ifPresent(references -> {
                    parts.addAll(references.blobs());
                    next.addAll(references.members());
                });
            }
        }
        return parts;
    }
}
