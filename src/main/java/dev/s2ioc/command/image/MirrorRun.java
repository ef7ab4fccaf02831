package dev.s2ioc.command.image;

import dev.s2ioc.command.Parallel;
import dev.s2ioc.console.Streams;
import dev.s2ioc.describe.Sizes;
import dev.s2ioc.imageregistry.Blob;
import dev.s2ioc.imageregistry.Repository;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Copies what was planned, phase by phase. */
final class MirrorRun {
    private final BlobCopy copy;
    private final boolean mounting;
    private final int perRegistry;
    private final Streams streams;
    private final Parallel repositories;
    private final Map<String, Parallel> registries = new ConcurrentHashMap<>();

    /** Where in each registry a blob has been put. */
    private final Map<String, Repository> holders = new ConcurrentHashMap<>();

    private final AtomicLong bytes = new AtomicLong();

    MirrorRun(BlobCopy copy, boolean mounting, int perRegistry, Streams streams, Parallel repositories) {
        this.copy = copy;
        this.mounting = mounting;
        this.perRegistry = perRegistry;
        this.streams = streams;
        this.repositories = repositories;
    }

    /** How much has been sent. */
    long bytes() {
        return bytes.get();
    }

    /** Whether all was copied; after a failure no more phase is begun, unless it is to go on. */
    boolean run(MirrorPhases phases, boolean goOn) throws InterruptedException {
        boolean done = true;
        for (List<MirrorPhases.Unit> phase : phases.phases()) {
            List<Parallel.Task> tasks = new ArrayList<>();
            phase.forEach(unit -> tasks.add(() -> fill(unit.target())));
            List<Exception> failures = repositories.run(tasks);
            failures.forEach(failure -> streams.err().println("error: " + failure.getMessage()));
            done &= failures.isEmpty();
            if (!done && !goOn) {
                return false;
            }
        }
        return done;
    }

    private void fill(MirrorTarget target) throws IOException, InterruptedException {
        Parallel registry = registries.computeIfAbsent(target.registry(), key -> new Parallel(perRegistry));
        List<Parallel.Task> tasks = new ArrayList<>();
        target.blobs()
                .forEach((source, blobs) ->
                        blobs.values().forEach(blob -> tasks.add(() -> bring(blob, source, target))));
        Parallel.requireAll(registry.run(tasks));
        for (MirrorTarget.Copy manifest : target.manifests().values()) {
            put(manifest, target);
        }
    }

    private void bring(Blob blob, MirrorTarget.Source source, MirrorTarget target)
            throws IOException, InterruptedException {
        String key = target.registry() + blob.digest();
        Optional<Repository> near = Optional.ofNullable(holders.get(key))
                .or(() -> source.near() ? Optional.of(source.repository()) : Optional.empty())
                .filter(holder -> mounting);
        try {
            BlobCopy.Outcome outcome = copy.copy(blob, source.repository(), target.repository(), near);
            holders.put(key, target.repository());
            String what = target.location() + " " + blob.digest() + " " + Sizes.binary(blob.size());
            switch (outcome) {
                case EXISTED -> {}
                case MOUNTED -> streams.err().println("mounted: " + what);
                case UPLOADED -> {
                    streams.err().println("uploaded: " + what);
                    bytes.addAndGet(blob.size());
                }
            }
        } catch (IOException e) {
            throw new IOException(
                    "unable to copy layer " + blob.digest() + " from " + source.location() + " to " + target.location()
                            + ": " + e.getMessage(),
                    e);
        }
    }

    private void put(MirrorTarget.Copy copied, MirrorTarget target) throws IOException, InterruptedException {
        String digest = copied.manifest().digest();
        if (copied.tags().isEmpty()) {
            put(copied, Optional.empty(), target);
            streams.out().println(digest + " " + target.location());
        }
        for (String tag : copied.tags()) {
            put(copied, Optional.of(tag), target);
            streams.out().println(digest + " " + target.location() + ":" + tag);
        }
    }

    private static void put(MirrorTarget.Copy copied, Optional<String> tag, MirrorTarget target)
            throws IOException, InterruptedException {
        try {
            target.repository().put(copied.manifest(), tag);
        } catch (IOException e) {
            throw new IOException(
                    "unable to push manifest to "
                            + tag.map(target.location()::tagged).orElse(target.location()) + ": " + e.getMessage(),
                    e);
        }
    }
}
