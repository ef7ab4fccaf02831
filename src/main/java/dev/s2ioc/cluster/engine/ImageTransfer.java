package dev.s2ioc.cluster.engine;

import java.util.function.Consumer;

/** How images come from the cluster's registry to docker's daemon, and from there into it. */
interface ImageTransfer {

    /** What the daemon calls an image of the cluster's registry. */
    String name(String reference);

    void pull(String reference, Consumer<String> log) throws EngineException, InterruptedException;

    /**
     * Pushes what the daemon has under this name, and returns the digest of the manifest.
     *
     * @param target reference by tag
     */
    String push(String target, Consumer<String> log) throws EngineException, InterruptedException;
}
