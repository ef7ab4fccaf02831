package dev.s2ioc.cluster;

import dev.s2ioc.cluster.build.BuildSettings.EngineSource;
import dev.s2ioc.cluster.engine.Engine;
import dev.s2ioc.cluster.engine.EngineException;
import java.time.Duration;

/**
 * The engine, opened in the background while the rest of the cluster starts. Where none works now it is looked for again
 * at the next build: the user may have installed one.
 */
final class Engineering implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EngineSource source;
    private final Thread first;
    private Engine engine;
    private String complaint = "";

    Engineering(EngineSource source) {
        this.source = source;
        this.first = Thread.ofPlatform().daemon().name("engine").start(this::look);
    }

    private void look() {
        try {
            open();
        } catch (EngineException e) {
            // Kept as the complaint; a build will look again and say it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Engine engine() throws EngineException, InterruptedException {
        first.join();
        return open();
    }

    private synchronized Engine open() throws EngineException, InterruptedException {
        if (engine == null) {
            try {
                engine = source.engine();
            } catch (EngineException e) {
                complaint = e.getMessage();
                throw e;
            }
        }
        return engine;
    }

    /** What runs pods here, or why nothing can. */
    String describePods() {
        try {
            return engine().containers().describe();
        } catch (EngineException e) {
            return "nothing: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "nothing: interrupted";
        }
    }

    /** What builds images here, or why nothing can. */
    String describe() {
        try {
            first.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            return engine == null ? "nothing yet: " + complaint : engine.describe();
        }
    }

    /** Waits for the first look: what it starts writes into the cluster's directory, which may be removed next. */
    @Override
    public void close() {
        try {
            if (!first.join(PATIENCE)) {
                first.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
