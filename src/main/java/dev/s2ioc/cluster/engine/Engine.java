package dev.s2ioc.cluster.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Builds, pulls, pushes and runs images on this machine. Calls block; interrupting the thread ends what was started,
 * with all its processes. Log lines go to the given consumer as they come, without their line ends.
 */
public interface Engine {

    /** What it is and how it works here, for `cluster status`: name, version, isolation. */
    String describe();

    /** Makes an image present on this machine. */
    void pull(String reference, PullPolicy policy, Credentials credentials, Consumer<String> log)
            throws EngineException, InterruptedException;

    /** Tells the configuration of an image that is present. */
    ImageConfig inspect(String image) throws EngineException, InterruptedException;

    /** Builds a context directory into a local image and returns the image's id. */
    String build(ImageBuild build, Consumer<String> log) throws EngineException, InterruptedException;

    /** Pushes a local image and returns the digest of the manifest that was written. */
    String push(String image, String destination, Credentials credentials, Consumer<String> log)
            throws EngineException, InterruptedException;

    /** Writes all files of an image that is present into one tar. */
    void export(String image, Path tar) throws EngineException, InterruptedException;

    /** Runs a program in a new container of a local image and returns its exit code; the container is removed. */
    int run(String image, List<String> argv, Map<String, String> environment, Consumer<String> log)
            throws EngineException, InterruptedException;

    /** What runs containers of this engine's images; fails with what to install when nothing can here. */
    default Containers containers() throws EngineException, InterruptedException {
        throw new EngineException("no container engine that can run pods is used; install podman, buildah or docker"
                + " (apt-get install buildah) and start the cluster again: s2ioc cluster down && s2ioc cluster up");
    }

    /** Removes a local name of an image, and the image when nothing else needs it. */
    void remove(String image) throws EngineException, InterruptedException;

    /** Removes what it has stored for the cluster, which is being deleted, outside the cluster's own directory. */
    default void erase() throws EngineException, InterruptedException {}
}
