package dev.s2ioc.command;

import dev.s2ioc.client.Session;
import picocli.CommandLine.Option;

/** The flags that say how the pod of {@code debug} differs from the one that it copies. */
final class DebugFlags {
    private static final String DEFAULT_STREAM = "openshift/tools:latest";

    @Option(
            names = {"-c", "--container"},
            paramLabel = "NAME",
            description = "The container to debug; the first, unless said.")
    String container;

    @Option(names = "--image", paramLabel = "IMAGE", description = "Run this image in the container instead.")
    String image = "";

    @Option(
            names = "--image-stream",
            paramLabel = "NAMESPACE/NAME:TAG",
            description = "When neither an object nor an image is named: where the image comes from. Default: "
                    + DEFAULT_STREAM)
    String imageStream;

    @Option(
            names = "--as-root",
            arity = "0..1",
            paramLabel = "BOOL",
            preprocessor = AttachedValue.class,
            fallbackValue = "true",
            description = "Run the container as root; =false: as anybody but root.")
    Boolean asRoot;

    @Option(
            names = "--as-user",
            paramLabel = "UID",
            defaultValue = "-1",
            description = "Run the container as this user, if the project lets you.")
    long asUser;

    @Option(names = "--keep-annotations", description = "Keep the annotations of the pod.")
    boolean keepAnnotations;

    @Option(names = "--keep-labels", description = "Keep the labels of the pod: services then lead to it too.")
    boolean keepLabels;

    @Option(names = "--keep-liveness", description = "Keep the liveness probe.")
    boolean keepLiveness;

    @Option(names = "--keep-readiness", description = "Keep the readiness probe.")
    boolean keepReadiness;

    @Option(names = "--keep-startup", description = "Keep the startup probe.")
    boolean keepStartup;

    @Option(
            names = "--keep-init-containers",
            arity = "0..1",
            paramLabel = "BOOL",
            fallbackValue = "true",
            defaultValue = "true",
            description = "Run the pod's init containers first. Default: ${DEFAULT-VALUE}")
    boolean keepInitContainers;

    @Option(names = "--one-container", description = "Run the container that is debugged and no other.")
    boolean oneContainer;

    @Option(names = "--node-name", paramLabel = "NAME", description = "The node to run on; any, unless said.")
    String nodeName;

    /** @throws CommandFailure if two of them exclude each other */
    void check() {
        if (asRoot != null && asUser > 0) {
            throw new CommandFailure("you may not specify --as-root and --as-user=" + asUser + " at the same time");
        }
    }

    /** The image of a pod that is a copy of nothing. */
    String imageAlone(Session session) {
        return image.isEmpty()
                ? DebugSource.imageOf(session, imageStream == null ? DEFAULT_STREAM : imageStream)
                : image;
    }
}
