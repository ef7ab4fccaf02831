package dev.s2ioc.command.image;

import dev.s2ioc.describe.Sizes;
import dev.s2ioc.imageregistry.Blob;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything that mirroring is going to copy, by registry and repository, and what it cannot. */
final class MirrorPlan {
    private final Map<String, Map<String, MirrorTarget>> registries = new TreeMap<>();
    private final List<String> errors = new ArrayList<>();

    /** What is planned for a repository. */
    MirrorTarget target(ImageLocation repository, ImageStore store) {
        MirrorTarget fresh = new MirrorTarget(repository, store.repository(repository));
        return registries
                .computeIfAbsent(fresh.registry(), key -> new TreeMap<>())
                .computeIfAbsent(repository.path(), key -> fresh);
    }

    void error(String message) {
        errors.add(message);
    }

    List<String> errors() {
        return errors;
    }

    List<MirrorTarget> targets() {
        return registries.values().stream()
                .flatMap(targets -> targets.values().stream())
                .toList();
    }

    /** In how many repositories of a registry each blob is wanted. */
    static Map<String, Integer> uses(Iterable<MirrorTarget> targets) {
        Map<String, Integer> uses = new HashMap<>();
        for (MirrorTarget target : targets) {
            target.blobDigests().forEach(digest -> uses.merge(digest, 1, Integer::sum));
        }
        return uses;
    }

    Map<String, Map<String, MirrorTarget>> registries() {
        return registries;
    }

    void print(PrintStream out) {
        registries.forEach((registry, targets) -> {
            out.println(registry);
            targets.forEach((name, target) -> print(name, target, out));
            printStatistics(targets.values(), out);
        });
        out.println();
    }

    private static void print(String name, MirrorTarget target, PrintStream out) {
        out.println("  " + name);
        target.blobs().forEach((source, blobs) -> {
            out.println("    blobs:");
            blobs.values().stream()
                    .sorted(Comparator.comparingLong(Blob::size).thenComparing(Blob::digest))
                    .forEach(blob -> out.println(
                            "      " + source.location() + " " + blob.digest() + " " + Sizes.binary(blob.size())));
        });
        out.println("    manifests:");
        target.manifests().values().forEach(copy -> {
            if (copy.tags().isEmpty()) {
                out.println("      " + copy.manifest().digest());
            }
            copy.tags().forEach(tag -> out.println("      " + copy.manifest().digest() + " -> " + tag));
        });
    }

    private static void printStatistics(Iterable<MirrorTarget> targets, PrintStream out) {
        Map<String, Integer> uses = uses(targets);
        Map<String, Long> sizes = new HashMap<>();
        targets.forEach(target -> target.blobs()
                .values()
                .forEach(blobs -> blobs.values().forEach(blob -> sizes.put(blob.digest(), blob.size()))));
        long shared = uses.values().stream().filter(count -> count > 1).count();
        long all = sizes.values().stream().mapToLong(Long::longValue).sum();
        long unique = sizes.entrySet().stream()
                .filter(entry -> uses.get(entry.getKey()) == 1)
                .mapToLong(Map.Entry::getValue)
                .sum();
        out.println("  stats: shared=" + shared + " unique=" + (uses.size() - shared) + " size=" + Sizes.binary(all)
                + (all > 0 ? " ratio=%.2f".formatted((double) unique / all) : ""));
    }
}
