package dev.s2ioc.cluster;

import dev.s2ioc.cluster.registry.Registry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Frees now and then what nothing in the registry refers to any more. */
final class RegistryPruning implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofHours(1);

    /** What was pushed or pulled within a day is left alone; "cluster prune" goes further. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final Thread thread;

    RegistryPruning(Registry registry, Consumer<Throwable> failures) {
        this.thread = Thread.ofVirtual().name("registry pruning").start(() -> run(registry, failures));
    }

    private static void run(Registry registry, Consumer<Throwable> failures) {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                prune(registry, failures);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void prune(Registry registry, Consumer<Throwable> failures) {
        try {
            registry.prune(Instant.now().minus(KEPT));
        } catch (IOException | RuntimeException e) {
            failures.accept(e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
