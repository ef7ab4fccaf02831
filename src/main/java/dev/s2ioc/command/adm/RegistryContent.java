package dev.s2ioc.command.adm;

import dev.s2ioc.command.Parallel;
import dev.s2ioc.imageregistry.Registries;
import dev.s2ioc.imageregistry.RegistryRemoval;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Removes content from the cluster's registry, several pieces at a time, and tells what; or only tells it. */
final class RegistryContent implements AutoCloseable {
    private final Optional<RegistryRemoval> removal;
    private final Parallel parallel;
    private final PrintStream out;

    RegistryContent(Optional<RegistryRemoval> removal, Parallel parallel, PrintStream out) {
        this.removal = removal;
        this.parallel = parallel;
        this.out = out;
    }

    static RegistryContent untouched(PrintStream out) {
        return new RegistryContent(Optional.empty(), new Parallel(1), out);
    }

    /** One deletion. */
    private interface Deletion {
        void run(RegistryRemoval removal, String digest) throws IOException, InterruptedException;
    }

    /** Removes names of layers from a repository; answers why some could not be. */
    List<String> layerLinks(String repository, List<String> digests) throws InterruptedException {
        digests.forEach(digest -> out.println("Deleting layer link " + digest + " in repository " + repository));
        return each(
                digests,
                (registry, digest) -> registry.layerLink(repository, digest),
                digest -> "error deleting repository " + repository + " layer link " + digest + " from the registry: ");
    }

    List<String> manifests(String repository, List<String> digests) throws InterruptedException {
        digests.forEach(digest -> out.println("Deleting manifest link " + digest + " in repository " + repository));
        return each(
                digests,
                (registry, digest) -> registry.manifest(repository, digest),
                digest -> "error deleting manifest link " + digest + " from repository " + repository + ": ");
    }

    List<String> blobs(List<String> digests) throws InterruptedException {
        digests.forEach(digest -> out.println("Deleting blob " + digest));
        return each(digests, RegistryRemoval::blob, digest -> "error deleting blob " + digest + " from the registry: ");
    }

    private List<String> each(List<String> digests, Deletion deletion, java.util.function.UnaryOperator<String> words)
            throws InterruptedException {
        List<Parallel.Task> tasks = new ArrayList<>();
        removal.ifPresent(registry -> digests.forEach(digest -> tasks.add(() -> {
            try {
                deletion.run(registry, digest);
            } catch (IOException e) {
                throw new IOException(words.apply(digest) + e.getMessage(), e);
            }
        })));
        return parallel.run(tasks).stream().map(Exception::getMessage).toList();
    }

    @Override
    public void close() {
        removal.map(RegistryRemoval::registries).ifPresent(Registries::close);
    }
}
