package dev.s2ioc.command.image;

import dev.s2ioc.imageregistry.Blob;
import dev.s2ioc.imageregistry.Manifest;
import dev.s2ioc.imageregistry.Repository;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a repository is to get: blobs, and the manifests that need them, those of lists last. */
final class MirrorTarget {

    /**
     * Where blobs come from.
     *
     * @param near whether it is of the same registry
     */
    record Source(ImageLocation location, Repository repository, boolean near) {}

    /** A manifest and the names that it gets. */
    record Copy(Manifest manifest, Set<String> tags) {}

    private final ImageLocation location;
    private final Repository repository;
    private final Map<Source, Map<String, Blob>> blobs = new LinkedHashMap<>();
    private final Map<String, Copy> manifests = new LinkedHashMap<>();

    /** @param location without a tag */
    MirrorTarget(ImageLocation location, Repository repository) {
        this.location = location;
        this.repository = repository;
    }

    ImageLocation location() {
        return location;
    }

    Repository repository() {
        return repository;
    }

    /** The registry, or the directory, that it is of. */
    String registry() {
        return location.onDisk() ? "<dir>" : location.host() + "/";
    }

    void add(Manifest manifest, Source source) {
        manifest.blobs().forEach(blob -> add(blob, source));
    }

    private void add(Blob blob, Source source) {
        if (!blobDigests().contains(blob.digest())) {
            blobs.computeIfAbsent(source, key -> new TreeMap<>()).put(blob.digest(), blob);
        }
    }

    void add(Manifest manifest, Optional<String> tag) {
        Copy copy = manifests.computeIfAbsent(manifest.digest(), digest -> new Copy(manifest, new TreeSet<>()));
        tag.ifPresent(copy.tags()::add);
    }

    Map<Source, Map<String, Blob>> blobs() {
        return blobs;
    }

    Set<String> blobDigests() {
        return blobs.values().stream().flatMap(found -> found.keySet().stream()).collect(Collectors.toSet());
    }

    Map<String, Copy> manifests() {
        return manifests;
    }

    /** How many manifests are sent: one for each name, and those without a name. */
    int manifestCount() {
        return manifests.values().stream()
                .mapToInt(copy -> Math.max(1, copy.tags().size()))
                .sum();
    }
}
