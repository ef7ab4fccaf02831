package dev.s2ioc.cluster.registry;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Removes what nothing refers to: manifests that neither an image stream nor anything else of the cluster needs, directly
 * or through a list or a subject, then blobs that no manifest needs. What is younger than the given time stays, for it may
 * be part of a push under way. Names go before content, so that a process that is killed leaves only what the next run finds.
 */
final class Collector {
    private static final Duration UPLOADS_ARE_KEPT = Duration.ofDays(1);

    private final Blobs blobs;
    private final Links links;
    private final Manifests manifests;
    private final Repositories repositories;
    private final Uploads uploads;
    private final Streams streams;
    private final Claims claims;

    Collector(
            Blobs blobs,
            Links links,
            Manifests manifests,
            Repositories repositories,
            Uploads uploads,
            Streams streams,
            Claims claims) {
        this.blobs = blobs;
        this.links = links;
        this.manifests = manifests;
        this.repositories = repositories;
        this.uploads = uploads;
        this.streams = streams;
        this.claims = claims;
    }

    /** Collects; with {@code dryRun} only tells what would be collected. One at a time. */
    synchronized Collected run(Instant keepAfter, boolean dryRun) throws IOException {
        return claims.collecting(() -> {
            Marking needed = marking(keepAfter);
            List<Collected.Image> images = images(needed, dryRun);
            List<Collected.Blob> content = content(needed, keepAfter, dryRun);
            Uploads.Dropped dropped = uploads.drop(Instant.now().minus(UPLOADS_ARE_KEPT), dryRun);
            return new Collected(dryRun, images, content, dropped.count(), dropped.bytes());
        });
    }

    private Marking marking(Instant keepAfter) throws IOException {
        Set<Digest> roots = referenced();
        for (Digest manifest : manifests.everything()) {
            if (!manifests.pushed(manifest).isBefore(keepAfter)) {
                roots.add(manifest);
            }
        }
        return Marking.from(roots, manifests);
    }

    private Set<Digest> referenced() {
        Set<Digest> roots = new HashSet<>();
        streams.referenced().forEach(digest -> roots.add(Digest.parse(digest)));
        return roots;
    }

    private List<Collected.Image> images(Marking needed, boolean dryRun) throws IOException {
        Set<Digest> candidates = new HashSet<>(manifests.everything());
        streams.pushedImages().forEach(digest -> candidates.add(Digest.parse(digest)));
        candidates.removeAll(needed.manifests());
        List<Collected.Image> images = new ArrayList<>();
        for (Digest digest : candidates) {
            List<String> where = manifests.repositories(digest);
            if (dryRun || claims.discard(digest, () -> discardImage(digest))) {
                images.add(new Collected.Image(digest.toString(), where));
            }
        }
        return images;
    }

    private boolean discardImage(Digest digest) throws IOException {
        streams.discard(digest.toString());
        manifests.deleteEverywhere(digest);
        return true;
    }

    private List<Collected.Blob> content(Marking needed, Instant keepAfter, boolean dryRun) throws IOException {
        List<Collected.Blob> content = new ArrayList<>();
        for (Digest digest : blobs.all()) {
            if (needed.blobs().contains(digest) || !blobs.touched(digest).isBefore(keepAfter)) {
                continue;
            }
            long size = blobs.size(digest);
            if (dryRun || claims.discard(digest, () -> discardBlob(digest))) {
                content.add(new Collected.Blob(digest.toString(), size));
            }
        }
        return content;
    }

    private boolean discardBlob(Digest digest) throws IOException {
        links.removeAll(digest);
        manifests.deleteEverywhere(digest);
        return blobs.delete(digest);
    }

    /** Takes a blob out of a repository, and out of the registry when no other repository has it. */
    void remove(String repository, Digest blob) throws IOException {
        claims.discard(blob, () -> {
            Marking needed = Marking.from(referenced(), manifests);
            for (Digest manifest : needed.manifests()) {
                boolean part = manifests.references(manifest).stream()
                        .anyMatch(references -> references.blobs().contains(blob));
                if ((part || manifest.equals(blob)) && repositories.hasManifest(repository, manifest)) {
                    throw RegistryException.needed(blob);
                }
            }
            links.remove(repository, blob);
            return needed.blobs().contains(blob) || !links.repositories(blob).isEmpty() || discardBlob(blob);
        });
    }

    /** Takes a blob out of the registry, as OpenShift's pruner asks for. */
    void remove(Digest blob) throws IOException {
        claims.discard(blob, () -> {
            if (!blobs.has(blob)) {
                throw RegistryException.unknownBlob(blob);
            }
            if (Marking.from(referenced(), manifests).blobs().contains(blob)) {
                throw RegistryException.needed(blob);
            }
            return discardBlob(blob);
        });
    }
}
